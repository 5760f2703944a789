-- Asks for the paths in the file PATHS in an order of its own; waits DELAY milliseconds before each.
local paths = {}
for line in io.lines(os.getenv("PATHS")) do
  paths[#paths + 1] = line
end
local wait = tonumber(os.getenv("DELAY") or "0")

function init()
  math.randomseed(7)
end

function request()
  return wrk.format("GET", paths[math.random(#paths)])
end

if wait > 0 then
  function delay()
    return math.random(0, 2 * wait)
  end
end
