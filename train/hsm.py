"""The model file: magic, version, length of the JSON header, XXH3-64, header, 64-byte aligned tensors."""
import json
import os
import struct

import numpy as np
import xxhash

MAGIC, VERSION, ALIGN, FIXED = b"HEARSAY\0", 1, 64, 24
TYPES = {"i8": np.int8, "f32": np.dtype("<f4"), "u8": np.uint8}
TYPE_NAMES = {np.dtype(v): k for k, v in TYPES.items()}


def padding(length):
    return b"\0" * (-length % ALIGN)


def write(path, header, arrays):
    """`arrays`: name -> numpy array of int8, uint8 or float32. Written beside, then renamed."""
    entries, body = [], bytearray()
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).tobytes()
        body += padding(len(body))
        entries.append({"name": name, "type": TYPE_NAMES[array.dtype], "shape": list(array.shape),
                        "offset": len(body), "bytes": len(data)})
        body += data
    text = json.dumps({**header, "tensors": entries}, ensure_ascii=False, separators=(",", ":")).encode()
    rest = text + padding(FIXED + len(text)) + bytes(body)
    digest = xxhash.xxh3_64_intdigest(rest, seed=0)
    with open(f"{path}.new", "wb") as file:
        file.write(MAGIC + struct.pack("<IIQ", VERSION, len(text), digest) + rest)
    os.replace(f"{path}.new", path)


def read(path):
    """(header, name -> numpy array)."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != MAGIC:
        raise ValueError(f"{path}: not a model file")
    version, length, digest = struct.unpack("<IIQ", data[8:FIXED])
    if version != VERSION or xxhash.xxh3_64_intdigest(data[FIXED:], seed=0) != digest:
        raise ValueError(f"{path}: damaged, or of version {version}; this reads {VERSION}")
    header = json.loads(data[FIXED:FIXED + length])
    area = FIXED + length + len(padding(FIXED + length))
    arrays = {t["name"]: np.frombuffer(data, TYPES[t["type"]], offset=area + t["offset"],
                                       count=int(np.prod(t["shape"]))).reshape(t["shape"])
              for t in header["tensors"]}
    return header, arrays
