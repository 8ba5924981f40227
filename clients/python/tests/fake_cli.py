"""A `gaige stream` that misbehaves where a text asks for it; what it says is a record only by its head."""

import json
import os
import sys
import time


def answer(document):
    text = document.get("text", "")
    if text == "die":
        print("out of memory", file=sys.stderr, flush=True)
        os._exit(3)
    if text.startswith("die once") and not os.path.exists(text[9:]):
        open(text[9:], "w").close()
        os._exit(3)
    if text == "hang":
        time.sleep(3600)
    if text == "close":
        os.close(1)
        time.sleep(3600)
    if text == "babble":
        return "this is no record"
    if text == "half":
        os.write(1, b'{"id":%d,"half' % document["id"])
        os._exit(0)
    if text == "bad":
        return '{"id":%d,"schemaVersion":' % document["id"]
    if text == "other":
        return '{"id":12345678,"schemaVersion":"2"}'
    return json.dumps(
        {"id": document["id"], "tool": {"name": "gaige"}, "n": len(text)}, separators=(",", ":")
    )


if "fail" in os.environ.get("FAKE_CLI", ""):
    print("error: no such rules: nope.yaml", file=sys.stderr)
    sys.exit(2)
if "silent" in os.environ.get("FAKE_CLI", ""):
    time.sleep(3600)
for line in sys.stdin.buffer:
    print(answer(json.loads(line)), flush=True)
