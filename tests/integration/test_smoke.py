from tests.factories import make_story, make_image
import pytest
pytestmark=pytest.mark.django_db
def test_a(client):
    s=make_story(body=["ایک"], lead_image=make_image())
    r=client.get(s.url)
    assert r.status_code==200
    print(r.content.decode()[:6000]); print(r.headers)
