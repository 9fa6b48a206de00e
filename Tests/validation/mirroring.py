# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of `codescan mirror` against forges and git servers on loopback (Tests/mirroring)."""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jsonschema

from checking import ROOT, check_against, equal, schema

sys.path.insert(0, str(ROOT / "Tests" / "mirroring"))
import certificates  # noqa: E402
import git_world  # noqa: E402
from loopback import Server  # noqa: E402

TOKEN = "an-invented-token"
FORGES = ("github", "gitlab", "gitea", "forgejo", "gogs", "sourcehut", "bitbucket")
# CODESCAN_MIRROR_LONG=1, where there are ten minutes for it: a run is killed in twenty moments, and the simulated forge is
# as large as they come.
LONG = bool(os.environ.get("CODESCAN_MIRROR_LONG"))
KILLS = 20 if LONG else 4
# No round number: a last page that is full is always asked for anew, since another may follow it by now.
SIMULATED = 30_050 if LONG else 6_050


class Run:
    """How a run of codescan mirror ended."""

    def __init__(self, process: subprocess.CompletedProcess[str]) -> None:
        self.status, self.output, self.errors = process.returncode, process.stdout, process.stderr
        self.said = self.output + self.errors

    @property
    def report(self) -> dict[str, Any]:
        return json.loads(self.output)

    def counts(self) -> dict[str, int]:
        return {name: count for name, count in self.report["counts"].items() if count}


class MirrorChecks:
    """Every method named check_… is one check; its docstring is the sentence that is printed."""

    def __init__(self, codescan: Path, forges: str, scratch: Path) -> None:
        self.codescan, self.scratch = codescan, scratch
        self.number = 0
        git_world.make_world(scratch / "template", megabytes=3)
        certificates.make_certificates(scratch / "tls")

    # What every check begins with.

    def place(self) -> Path:
        """A folder of a check's own, with a world in it."""
        self.number += 1
        folder = self.scratch / str(self.number)
        shutil.copytree(self.scratch / "template", folder / "world")
        return folder

    @contextmanager
    def forge(self, folder: Path, tls: str = "good", owners: bool = True, lifetime: int = 300,
              **changes: Any) -> Iterator[Server]:
        """A forge of the world, with changes to its scenario, and an inventory.yml that names it."""
        text = (folder / "world/scenario.json").read_text(encoding="utf-8")
        if changes.get("forge") == "sourcehut":
            # Owners have a sign of their own there.
            text = text.replace('"example-ministry', '"~example-ministry')
            (folder / "world/example-ministry").rename(folder / "world/~example-ministry")
        scenario = {**json.loads(text), "tokens": [TOKEN], **changes}
        (folder / "scenario.json").write_text(json.dumps(scenario), encoding="utf-8")
        secure = ["--tls", str(self.scratch / "tls" / f"{tls}.pem"), str(self.scratch / "tls" / f"{tls}.key")]
        with Server("forge_server.py", "--scenario", str(folder / "scenario.json"), "--root", str(folder / "world"),
                    "--log", str(folder / "log"), "--lifetime", str(lifetime), *secure, secure=True) as server:
            kind = "gitea" if scenario["forge"] == "forgejo" else scenario["forge"]
            owner = "~example-ministry" if kind == "sourcehut" else "example-ministry"
            text = f"localhost:{server.port}:\n  forge: {kind}\n" + (f"  owners:\n    {owner}:\n" if owners else "")
            (folder / "inventory.yml").write_text(text, encoding="utf-8")
            yield server

    def command(self, folder: Path, *options: str) -> list[str]:
        return [str(self.codescan), "mirror", *([] if "--urls" in options else ["inventory.yml"]), "--into", "forges",
                "--ca-file", str(self.scratch / "tls" / "ca.pem"), "--rate", "1000", "--retry-wait", "0.05", *options]

    def environment(self, folder: Path, **environment: str) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items()
                 if "TOKEN" not in name and not name.lower().endswith("_proxy")}
        return clean | {"XDG_CACHE_HOME": str(folder / "cache"), "LC_ALL": "C.UTF-8", "HOME": str(folder)} | environment

    def mirror(self, folder: Path, *options: str, **environment: str) -> Run:
        format_ = [] if {"--list", "--dry-run"} & set(options) else ["--format", "json"]
        return Run(subprocess.run(self.command(folder, *options, *format_), cwd=folder, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, env=self.environment(folder, **environment), timeout=120,
                                  check=False))

    @staticmethod
    def clear(folder: Path) -> None:
        """As if nothing had been mirrored yet."""
        for name in ("forges", "cache"):
            shutil.rmtree(folder / name, ignore_errors=True)

    @staticmethod
    def mirrors(folder: Path) -> dict[str, Path]:
        """The mirrors of a tree, by owner and name."""
        found = (path for path in (folder / "forges").rglob("*.git") if ".codescan" not in path.parts and path.is_dir())
        return {"/".join(path.relative_to(folder / "forges").parts[1:])[:-4]: path for path in sorted(found)}

    def same_as_upstream(self, folder: Path) -> None:
        """Every mirror is sound and has the branches, the tags and the HEAD of its repository."""
        world = {"/".join(path.relative_to(folder / "world").parts)[:-4]: path for path in (folder / "world").rglob("*.git")}
        mirrors = self.mirrors(folder)
        equal(sorted(mirrors), sorted(world), "mirrors")
        for name, path in mirrors.items():
            git_world.git(path, "fsck", "--strict", "--no-dangling")
            for question in (("for-each-ref", "--format=%(objectname) %(refname) %(*objectname)"), ("symbolic-ref", "HEAD")):
                equal(git_world.git(path, *question), git_world.git(world[name], *question), f"{name}: {question[0]}")

    # What is checked.

    def check_forges(self) -> None:
        """codescan mirror mirrors every repository of seven forges over TLS, and the second run copies nothing"""
        records = jsonschema.Draft202012Validator(
            {"$ref": "#/$defs/forgeRecord", "$defs": schema("inventory.schema.json")["$defs"]})
        reports = jsonschema.Draft202012Validator(schema("mirror.schema.json"))
        for kind in FORGES:
            folder = self.place()
            with self.forge(folder, forge=kind) as server:
                token = {f"CODESCAN_TOKEN_LOCALHOST_{server.port}": TOKEN} if kind in ("sourcehut", "gogs") else {}
                first = self.mirror(folder, **token)
                equal((first.status, first.counts()), (0, {"listed": 8, "made": 8}), f"{kind}: {first.errors}")
                check_against(reports, first.report, f"{kind}: report")
                self.same_as_upstream(folder)
                second = self.mirror(folder, **token)
                equal((second.status, second.counts()), (0, {"listed": 8, "unchanged": 8}), f"{kind}, again")
                if kind in ("github", "gitlab"):
                    equal(second.report["cost"]["requests"], second.report["cost"]["notModified"], f"{kind}: requests")
                for path in (folder / "forges").rglob("*.forge.json"):
                    check_against(records, json.loads(path.read_text(encoding="utf-8")), f"{kind}: {path.name}")

    def check_whole_forge(self) -> None:
        """codescan mirror mirrors a whole forge where no owners are given"""
        for kind in ("gitlab", "gitea"):
            folder = self.place()
            with self.forge(folder, owners=False, forge=kind):
                equal(self.mirror(folder).counts(), {"listed": 8, "made": 8}, kind)

    def check_list(self) -> None:
        """codescan mirror --list and --dry-run write nothing into the tree, and a list is one that --urls reads"""
        folder = self.place()
        with self.forge(folder) as server:
            listed = self.mirror(folder, "--list")
            equal(len(listed.output.splitlines()), 8, listed.said)
            rehearsal = self.mirror(folder, "--dry-run")
            equal(len(re.findall(r"^mirror ", rehearsal.output, re.M)), 8, rehearsal.said)
            equal((folder / "forges").exists(), False, "the tree")
            (folder / "urls.txt").write_text(listed.output, encoding="utf-8")
            equal(self.mirror(folder, "--urls", "urls.txt").counts(), {"listed": 8, "made": 8}, "from the list")
            self.same_as_upstream(folder)
            equal(len(server.tell("stats")), 5, "stats")

    def check_transports(self) -> None:
        """codescan mirror copies over http and git, too, all branches or HEAD's alone, whole histories or their ends"""
        folder = self.place()
        names = sorted(path.stem for path in (folder / "world/example-ministry").iterdir())
        with Server("git_daemon.py", "--root", str(folder / "world")) as daemon, \
                Server("forge_server.py", "--scenario", str(folder / "world/scenario.json"), "--root",
                       str(folder / "world")) as server:
            for base in (f"git://localhost:{daemon.port}", server.base):
                urls = "".join(f"{base}/example-ministry/{name}.git\n" for name in names)
                (folder / "urls.txt").write_text(f"# what no forge lists\n\n{urls}", encoding="utf-8")
                for options in ((), ("--branches", "head"), ("--depth", "1"), ("--branches", "head", "--depth", "1")):
                    shutil.rmtree(folder / "forges", ignore_errors=True)
                    run = self.mirror(folder, "--urls", "urls.txt", *options)
                    equal((run.status, run.counts()), (0, {"listed": 8, "made": 8}), f"{base} {options}: {run.said}")
                    again = self.mirror(folder, "--urls", "urls.txt", *options)
                    equal(again.counts(), {"listed": 8, "unchanged": 8}, f"{base} {options}, again: {again.said}")
                    for name, path in self.mirrors(folder).items():
                        git_world.git(path, "fsck", "--strict", "--no-dangling")
                        references = git_world.git(path, "for-each-ref", "--format=%(refname)").decode().split()
                        if "head" in options:
                            equal(len(references) <= 1, True, f"{name}: {references}")
                        if "--depth" in options and references:
                            equal(git_world.git(path, "rev-list", "--count", references[0]).strip(), b"1", name)
                    if not options:
                        self.same_as_upstream(folder)

    def check_changes(self) -> None:
        """codescan mirror copies what changed, follows new names, and keeps what vanished and says since when"""
        folder = self.place()
        with self.forge(folder):
            equal(self.mirror(folder).counts(), {"listed": 8, "made": 8}, "first")
        world = folder / "world"
        for action in (["push", "example-ministry/solar-register"], ["force-push", "example-ministry/tree-map"],
                       ["rename", "example-ministry/old-portal", "example-ministry/new-portal"],
                       ["delete", "example-ministry/own-terms"]):
            subprocess.run([sys.executable, "-B", str(ROOT / "Tests/mirroring/git_world.py"), str(world), "--do", *action],
                           check=True, capture_output=True)
        old = self.mirrors(folder)["example-ministry/own-terms"]
        before = git_world.git(old, "rev-parse", "HEAD")
        port = old.parent.parent.name
        with self.forge(folder) as server:
            # Another server of the same forge: its port is part of the host's name.
            (folder / "forges" / port).rename(folder / "forges" / f"localhost:{server.port}")
            run = self.mirror(folder)
            equal((run.status, run.counts()), (0, {"listed": 7, "updated": 2, "unchanged": 5, "moved": 1, "vanished": 1}),
                  run.said)
            host = folder / "forges" / f"localhost:{server.port}"
            record = json.loads((host / "example-ministry/own-terms.forge.json").read_text(encoding="utf-8"))
            equal("vanishedSince" in record, True, "vanishedSince")
            equal(git_world.git(host / "example-ministry/own-terms.git", "rev-parse", "HEAD"), before, "what vanished")
            moved = json.loads((host / "example-ministry/new-portal.forge.json").read_text(encoding="utf-8"))
            equal([name.split("/", 1)[1] for name in moved["formerNames"]], ["example-ministry/old-portal"], "formerNames")
            shutil.rmtree(host / "example-ministry/own-terms.git")
            self.same_as_upstream(folder)
            again = self.mirror(folder)
            equal(again.counts(), {"listed": 7, "unchanged": 7}, again.said)

    def check_deepened(self) -> None:
        """codescan mirror, told to take more than before, takes it: all branches after one, all history after its end"""
        folder = self.place()
        with self.forge(folder):
            equal(self.mirror(folder, "--branches", "head", "--depth", "1").counts(), {"listed": 8, "made": 8}, "the least")
            run = self.mirror(folder)
            equal((run.status, run.counts().get("failed")), (0, None), run.said)
            self.same_as_upstream(folder)
            equal([path for path in (folder / "forges").rglob("shallow")], [], "shallow")
            (folder / "urls.txt").write_text(self.mirror(folder, "--list").output, encoding="utf-8")
            before = {path: path.read_text(encoding="utf-8") for path in (folder / "forges").rglob("*.forge.json")}
            equal(self.mirror(folder, "--urls", "urls.txt").counts(), {"listed": 8, "unchanged": 8}, "by their addresses")
            for path, text in before.items():
                said, now = json.loads(text), json.loads(path.read_text(encoding="utf-8"))
                equal({**now, "lastSeenAt": None}, {**said, "lastSeenAt": None}, "what the forge said")

    def check_faults(self) -> None:
        """codescan mirror rides out what forges do for a moment: 5xx, limits, cut and odd answers, resets"""
        page = "GET /api/v3/orgs/*"
        for fault in ({"kind": "status", "status": 500, "times": 2}, {"kind": "status", "status": 503, "times": 3},
                      {"kind": "rate-limit", "status": 429, "retry_after": 1, "times": 1},
                      {"kind": "rate-limit", "status": 403, "retry_after": 1, "times": 1},
                      {"kind": "rate-limit", "status": 403, "reset_in": 1, "times": 1},
                      {"kind": "truncate", "times": 1}, {"kind": "malformed", "times": 1}, {"kind": "html", "times": 1},
                      {"kind": "wrong-length", "by": 50, "times": 1}, {"kind": "reset", "times": 2},
                      {"kind": "etag-changing"}):
            folder = self.place()
            with self.forge(folder, faults=[{"on": page, **fault}], page_limit=3):
                run = self.mirror(folder)
                equal((run.status, run.counts()), (0, {"listed": 8, "made": 8}), f"{fault}: {run.said}")

    def check_refusals(self) -> None:
        """codescan mirror gives up, with a reason and in time, what does not come: endless, silent, elsewhere, untrusted"""
        page = "GET /api/v3/orgs/*"
        for fault, reason in (({"kind": "endless"}, "32 MiB"), ({"kind": "hang"}, "nothing came for 2 s"),
                              ({"kind": "status", "status": 500}, "500"), ({"kind": "malformed"}, "not what github answers"),
                              ({"kind": "redirect", "to": "https://elsewhere.example.org/x"}, "elsewhere.example.org"),
                              ({"kind": "rate-limit", "status": 429, "retry_after": 90000}, "90000|again|25 h|limit")):
            folder = self.place()
            with self.forge(folder, faults=[{"on": page, **fault}]):
                run = self.mirror(folder, "--max-silence", "2", "--retries", "1")
                equal(run.status, 2, f"{fault}: {run.said}")
                problems = " ".join(problem["reason"] for problem in run.report["problems"])
                equal(bool(re.search(reason, problems)), True, f"{fault}: {problems}")
        for tls in ("other-name", "expired", "self-signed"):
            folder = self.place()
            with self.forge(folder, tls=tls):
                run = self.mirror(folder, "--retries", "0")
                equal((run.status, run.counts()), (2, {}), run.said)
                equal("certificate" in run.report["problems"][0]["reason"], True, run.said)

    def check_watchdog(self) -> None:
        """codescan mirror ends a copy that stalls or floods, keeps what it had, and copies the others"""
        for fault, options in (({"kind": "stall", "bytes": 200_000}, ("--max-silence", "3")),
                               ({"kind": "flood"}, ("--max-size", "10000000")), ({"kind": "hang"}, ("--max-silence", "3")),
                               ({"kind": "slow", "bytes_per_second": 20_000}, ("--max-time", "4")),
                               ({"kind": "stall", "bytes": 200_000}, ("--max-silence", "3", "--depth", "1"))):
            folder = self.place()
            faults = [{"on": "POST */large-archive.git/git-upload-pack", **fault}]
            with self.forge(folder, faults=faults) as server:
                start = time.monotonic()
                run = self.mirror(folder, "--retries", "0", *options)
                equal((run.status, run.counts()), (2, {"listed": 8, "made": 7, "failed": 1}), f"{fault}: {run.said}")
                equal("large-archive" in run.report["failures"][0], True, run.said)
                equal(time.monotonic() - start < 40, True, f"{fault}: in time")
                equal(list((folder / "forges/.codescan/incoming").iterdir()), [], "what was left aside")
                left = subprocess.run(["pgrep", "-f", f"git.*localhost:{server.port}"], capture_output=True, check=False)
                equal(left.stdout, b"", "processes that were left")
                equal("example-ministry/large-archive" in self.mirrors(folder), False, "half a mirror")

    def check_tokens(self) -> None:
        """codescan mirror hands a forge its token and leaves it nowhere: no URL, log, report, record or configuration"""
        for variable in ("CODESCAN_TOKEN_LOCALHOST_{port}", None):
            folder = self.place()
            with self.forge(folder, forge="gitlab") as server:
                environment = {}
                if variable:
                    environment[variable.format(port=server.port)] = TOKEN
                else:
                    helper = folder / "helper"
                    helper.write_text(f"#!/bin/sh\n[ \"$1\" = get ] && printf 'username=x\\npassword={TOKEN}\\n'\n",
                                      encoding="utf-8")
                    helper.chmod(0o755)
                    (folder / ".gitconfig").write_text(f"[credential]\n\thelper = {helper}\n", encoding="utf-8")
                run = self.mirror(folder, **environment)
                equal(run.status, 0, run.said)
            lines = [json.loads(line) for line in (folder / "log").read_text(encoding="utf-8").splitlines()]
            seen = {line["token"] for line in lines if "/api/" in line.get("target", "")}
            equal(seen, {"accepted"}, "the API's tokens")
            equal({line["token"] for line in lines if ".git/" in line.get("target", "")}, {"none"}, "git's tokens")
            equal([line for line in lines if line.get("leaks")], [], "leaks")
            for path in [*(folder / "forges").rglob("*"), *(folder / "cache").rglob("*")]:
                if path.is_file():
                    equal(TOKEN.encode() in path.read_bytes(), False, str(path))
            equal(TOKEN in run.said, False, "what is said")

    def check_hostile_forge(self) -> None:
        """codescan mirror makes no folder outside its tree, and copies from no other host, whatever a forge says"""
        folder = self.place()
        hostile = [{"path": "example-ministry/solar-register", "fields": fields} for fields in (
            {"name": "../../outside", "full_name": "example-ministry/../../outside"},
            {"clone_url": "https://elsewhere.example.org/x/y.git"}, {"clone_url": "file:///etc"},
            {"clone_url": "ext::sh -c touch% /tmp/x"}, {"private": True, "visibility": "private"},
            {"name": None, "full_name": None}, {"owner": {"login": "..", "id": 1}})]
        with self.forge(folder, repositories=[*hostile, {"path": "example-ministry/tree-map"}]):
            run = self.mirror(folder)
        equal(run.counts().get("made"), 1, run.said)
        equal(list(self.mirrors(folder)), ["example-ministry/tree-map"], "mirrors")
        equal(sorted(path.name for path in folder.iterdir()),
              ["cache", "forges", "inventory.yml", "log", "scenario.json", "world"], "the folder around")

    def check_proxy(self) -> None:
        """codescan mirror goes through the proxy of https_proxy, but for the hosts of no_proxy"""
        folder = self.place()
        with self.forge(folder), Server("proxy.py", "--log", str(folder / "proxied")) as proxy:
            around = self.mirror(folder, https_proxy=proxy.base, no_proxy="localhost")
            equal((around.status, around.counts()), (0, {"listed": 8, "made": 8}), around.said)
            equal((folder / "proxied").read_text(encoding="utf-8") if (folder / "proxied").exists() else "", "", "no_proxy")
            self.clear(folder)
            through = self.mirror(folder, https_proxy=proxy.base)
            equal((through.status, through.counts()), (0, {"listed": 8, "made": 8}), through.said)
            equal(len((folder / "proxied").read_text(encoding="utf-8").splitlines()) > 8, True, "https_proxy")

    def check_locked(self) -> None:
        """codescan mirror leaves a tree alone that another one is at work on"""
        folder = self.place()
        with self.forge(folder, faults=[{"on": "GET /api/v3/orgs/*", "kind": "hang", "seconds": 5, "times": 1}]):
            other = subprocess.Popen(self.command(folder), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                     env=self.environment(folder))
            lock = folder / "forges/.codescan/lock"
            for _ in range(500):
                if lock.exists():
                    break
                time.sleep(0.02)
            time.sleep(0.2)
            run = self.mirror(folder)
            equal((run.status, "another codescan" in run.errors), (75, True), run.said)
            other.kill()
            other.wait()

    def check_killed(self) -> None:
        """codescan mirror, killed at any moment, leaves every mirror sound, and the next run ends as an undisturbed one"""
        folder = self.place()
        subprocess.run([sys.executable, "-B", str(ROOT / "Tests/mirroring/git_world.py"), str(folder / "crowd"), "--count",
                        "42", "--megabytes", "3"], check=True, capture_output=True)
        (folder / "world").rename(folder / "small")
        (folder / "crowd").rename(folder / "world")
        in_the_middle = 0
        with self.forge(folder, lifetime=1500):
            start = time.monotonic()
            equal(self.mirror(folder).counts(), {"listed": 50, "made": 50}, "undisturbed")
            length = time.monotonic() - start
            for moment in range(KILLS):
                self.clear(folder)
                process = subprocess.Popen(self.command(folder), cwd=folder, stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL, env=self.environment(folder))
                time.sleep(length * (moment + 0.5) / KILLS)
                process.send_signal(signal.SIGKILL)
                process.wait()
                # What a copy had written and not finished.
                unfinished = [path for path in (folder / "forges").rglob("*") if path.is_file()
                              and ("incoming" in path.parts or path.name.startswith(("pack_git2_", "tmp_"))
                                   or path.suffix in (".codescan-new", ".lock") and path.name != "codescan.lock")]
                in_the_middle += bool(unfinished)
                for path in self.mirrors(folder).values():
                    git_world.git(path, "fsck", "--strict", "--no-dangling")
                run = self.mirror(folder)
                equal((run.status, run.report["counts"]["listed"]), (0, 50), run.said)
                self.same_as_upstream(folder)
                equal(list((folder / "forges/.codescan/incoming").iterdir()), [], "what was left aside")
        # Of a few moments chance decides; of twenty, half at least are in a write.
        if LONG:
            equal(in_the_middle >= KILLS / 2, True, f"{in_the_middle} of {KILLS} kills in the middle of a write")
        print(f"    killed in {KILLS} moments of a run of {length:.1f} s, {in_the_middle} of them in the middle of a write")

    def check_simulated(self) -> None:
        """codescan mirror --list lists thousands of repositories in bounded memory, and again for a twentieth of the bytes"""
        peaks = {}
        for count in (SIMULATED // 10, SIMULATED):
            folder = self.place()
            with Server("forge_server.py", "--simulate", str(count), "--tls", str(self.scratch / "tls/good.pem"),
                        str(self.scratch / "tls/good.key"), secure=True) as server:
                (folder / "inventory.yml").write_text(
                    f"localhost:{server.port}:\n  forge: github\n  owners:\n    example-ministry:\n", encoding="utf-8")
                costs = []
                for _ in range(2):
                    process = subprocess.run(["/usr/bin/env", "python3", "-c", PEAK, *self.command(folder, "--list")],
                                             cwd=folder, capture_output=True, text=True, env=self.environment(folder), check=True)
                    lines, peak = process.stdout.splitlines(), int(process.stderr.splitlines()[-1])
                    equal(len(set(lines)), count, "addresses")
                    peaks[count] = max(peak, peaks.get(count, 0))
                    costs.append(server.tell("stats")["bytes"] - sum(costs))
                equal(costs[1] < costs[0] / 20, True, f"{costs}: bytes of the two runs")
        few, many = peaks.values()
        equal(many < few * 1.25 + 4096, True, f"{peaks}: peak memory in KiB")
        print(f"    {SIMULATED} repositories: {costs[0]} bytes, then {costs[1]} ({costs[1] / costs[0]:.1%}); peak memory"
              f" {many // 1024} MiB, of a tenth as many {few // 1024} MiB")


# Runs a command, and says last on standard error the peak memory, in KiB, of the largest of all its processes.
PEAK = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""
