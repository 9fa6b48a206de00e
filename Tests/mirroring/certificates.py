# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""A private authority and the certificates that a TLS test needs, made with openssl: one for localhost, one for another name,
one that has expired, one that nobody has signed.

    python3 -B certificates.py DIR      ca.pem, and good, other-name, expired, self-signed as .pem and .key
"""
import argparse
import subprocess
from pathlib import Path

EXTENSIONS = """
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = {names}
"""
AUTHORITY = """
[req]
distinguished_name = name
x509_extensions = authority
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ca]
default_ca = issuer
[issuer]
dir = {folder}
database = $dir/index.txt
new_certs_dir = $dir
serial = $dir/serial
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
email_in_dn = no
copy_extensions = none
[any]
commonName = supplied
"""


def openssl(*arguments: str) -> None:
    result = subprocess.run(["openssl", *arguments], capture_output=True, check=False)
    if result.returncode:
        raise RuntimeError(f"openssl {' '.join(arguments)}: {result.stderr.decode(errors='replace')}")


def key(path: Path) -> None:
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(path))


def make_certificates(folder: Path) -> None:
    """Writes them all into `folder`. Good ones hold from 2020 to 2099, so that no clock of a test machine is outside."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "openssl.cnf"
    configuration.write_text(AUTHORITY.format(folder=folder))
    (folder / "index.txt").write_text("")
    key(folder / "ca.key")
    openssl("req", "-new", "-key", str(folder / "ca.key"), "-subj", "/CN=Loopback authority", "-config", str(configuration),
            "-out", str(folder / "ca.csr"))
    openssl("ca", "-batch", "-config", str(configuration), "-name", "issuer", "-selfsign", "-keyfile", str(folder / "ca.key"),
            "-in", str(folder / "ca.csr"), "-extensions", "authority", "-notext", "-startdate", "20200101000000Z",
            "-enddate", "20991231235959Z", "-out", str(folder / "ca.pem"))
    for name, host, start, end in (("good", "localhost", "20200101000000Z", "20991231235959Z"),
                                   ("other-name", "forge.example.org", "20200101000000Z", "20991231235959Z"),
                                   ("expired", "localhost", "20200101000000Z", "20210101000000Z")):
        sign(folder, configuration, name, host, start, end)
    key(folder / "self-signed.key")
    openssl("req", "-new", "-x509", "-key", str(folder / "self-signed.key"), "-subj", "/CN=localhost", "-days", "3650",
            "-addext", "subjectAltName=DNS:localhost", "-out", str(folder / "self-signed.pem"))


def sign(folder: Path, configuration: Path, name: str, host: str, start: str, end: str) -> None:
    extensions = folder / f"{name}.cnf"
    extensions.write_text(EXTENSIONS.format(names=f"DNS:{host}"))
    key(folder / f"{name}.key")
    request = str(folder / f"{name}.csr")
    openssl("req", "-new", "-key", str(folder / f"{name}.key"), "-subj", f"/CN={host}", "-config", str(configuration),
            "-out", request)
    openssl("ca", "-batch", "-config", str(configuration), "-name", "issuer", "-cert", str(folder / "ca.pem"),
            "-keyfile", str(folder / "ca.key"), "-in", request, "-extfile", str(extensions), "-extensions", "server",
            "-notext", "-startdate", start, "-enddate", end, "-out", str(folder / f"{name}.pem"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    make_certificates(parser.parse_args().folder.resolve())
