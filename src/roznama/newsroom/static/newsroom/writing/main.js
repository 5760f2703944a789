// Writing in the newsroom: the Urdu keyboard, pasting, limits, a session that ends meanwhile.

import { listen as listenToDirection } from "./direction.js";
import { dock } from "./dock.js";
import { listen as listenToKeys } from "./keyboard.js";
import { listen as listenToLimits } from "./limits.js";
import { listen as listenToPasting } from "./pasting.js";
import { listen as listenToSession } from "./session.js";

listenToDirection();
listenToKeys();
dock();
listenToLimits();
listenToPasting();
listenToSession();
