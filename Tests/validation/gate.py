# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of `codescan check`: its formats against their schemas, and what brings it into continuous integration."""
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import jsonschema
import xmlschema
import yaml

from checking import PUBLISHED, ROOT, Skip, YAML12, check_against, equal, schema

# Green, red, and not everything read.
VERDICTS = (0, 1, 2)


class GateChecks:
    """Every method named check_… is one check; its docstring is the sentence that is printed."""

    def __init__(self, codescan: Path, forges: str, scratch: Path) -> None:
        self.codescan, self.forges, self.scratch = codescan, forges, scratch

    def run(self, *arguments: str, allowed: tuple[int, ...] = VERDICTS, cwd: Path = ROOT, **environment: str) -> str:
        clean = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "GITLAB_CI")}
        result = subprocess.run([str(self.codescan), *arguments], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
                                text=True, env=clean | environment)
        if result.returncode not in allowed:
            raise AssertionError(f"codescan {' '.join(arguments)}: exit status {result.returncode}\n{result.stderr[-2000:]}")
        return result.stdout

    def worktree(self, files: dict[str, str]) -> Path:
        folder = Path(self.scratch, f"tree-{len(list(self.scratch.iterdir()))}")
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
        return folder

    def check_json(self) -> None:
        """check --format json is valid against check.schema.json, over the whole fixture forge"""
        report = json.loads(self.run("check", self.forges, "--format", "json", allowed=(1,)))
        check_against(jsonschema.Draft202012Validator(schema("check.schema.json")), report, "check.json")
        equal(report["summary"]["red"], sum(repository["red"] for repository in report["repositories"]), "summary.red")

    def check_sarif(self) -> None:
        """check --format sarif is valid SARIF 2.1.0"""
        if not (PUBLISHED / "sarif-2.1.0.json").exists():
            raise Skip("the published schema is not beside this checkout")
        published = json.loads((PUBLISHED / "sarif-2.1.0.json").read_text(encoding="utf-8"))
        validator = jsonschema.validators.validator_for(published)(published)
        check_against(validator, json.loads(self.run("check", self.forges, "--format", "sarif")), "sarif")

    def check_junit(self) -> None:
        """check --format junit is valid against the XSD that pytest carries"""
        download = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
             "--no-binary", "pytest", "--dest", str(self.scratch), "pytest==9.0.3"], capture_output=True, text=True)
        if download.returncode != 0:
            raise Skip("PyPI did not give pytest's source")
        with tarfile.open(self.scratch / "pytest-9.0.3.tar.gz") as archive:
            xsd = archive.extractfile("pytest-9.0.3/testing/example_scripts/junit-10.xsd").read().decode()
        report = self.run("check", self.forges, "--format", "junit")
        errors = [str(error)[:500] for error in xmlschema.XMLSchema(xsd).iter_errors(report)]
        equal(errors, [], "errors of the XSD")

    def check_codequality(self) -> None:
        """check --format codequality has the fields that GitLab's table asks for, each fingerprint once"""
        issues = json.loads(self.run("check", self.forges, "--format", "codequality"))
        check_against(jsonschema.Draft202012Validator(schema("codequality.schema.json")), issues, "codequality")
        equal(len({issue["fingerprint"] for issue in issues}), len(issues), "distinct fingerprints")

    def check_policy_documentation(self) -> None:
        """the .codescan.yml that docs/check.md shows is valid, for its schema and for the program"""
        text = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
        [policy] = re.findall(r"```yaml \.codescan\.yml\n(.*?)```", text, re.S)
        validator = jsonschema.Draft202012Validator(schema("codescan-yml.schema.json"))
        check_against(validator, yaml.load(policy, YAML12), ".codescan.yml")
        self.run("check", str(self.worktree({".codescan.yml": policy, "a.py": "print(1)\n"})), allowed=(1,))

    def check_ci_by_itself(self) -> None:
        """in GitHub Actions findings become annotations and a summary, in GitLab CI a code-quality report"""
        folder = self.worktree({"a.py": "print(1)\n"})
        summary = self.scratch / "summary.md"
        output = self.run("check", allowed=(1,), cwd=folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
        equal(output.startswith("::error file=LICENSE,title=codescan no-license::"), True, "the first annotation")
        equal("no-license" in summary.read_text(encoding="utf-8"), True, "the summary")
        self.run("check", allowed=(1,), cwd=folder, GITLAB_CI="true")
        equal(len(json.loads((folder / "gl-code-quality-report.json").read_text())) > 0, True, "the report has issues")

    def check_action(self) -> None:
        """action.yml is a valid action, and its check is red and green where it should be"""
        self.validates("vendor.github-actions", ROOT / "action.yml")
        action = yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"), YAML12)
        install, check = (step["run"] for step in action["runs"]["steps"])
        for files, status in [({"a.py": "print(1)\n"}, 1), ({"a.csv": "a;b\n", "b.csv": "1;2\n"}, 0)]:
            folder = self.worktree(files)
            environment = {"PATH": f"{self.codescan.parent}:{os.environ['PATH']}", "CHECKED": ".", "POLICY": "", "SARIF": "o.sarif",
                           "BASELINE": "", "GITHUB_ACTIONS": "true", "HOME": str(self.scratch),
                           "CODESCAN_INDEX": os.environ.get("CODESCAN_INDEX", "")}
            for script, wanted in [(install, 0), (check, status)]:
                result = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
                equal(result.returncode, wanted, f"the step's status ({result.stderr})")
            equal(json.loads((folder / "o.sarif").read_text())["version"], "2.1.0", "the SARIF version")

    def check_gitlab_component(self) -> None:
        """templates/check.yml is valid GitLab CI with its inputs filled in, and its script reports"""
        header, job = yaml.load_all((ROOT / "templates" / "check.yml").read_text(encoding="utf-8"), YAML12)
        text = json.dumps(job)
        for name, given in header["spec"]["inputs"].items():
            text = text.replace(f"$[[ inputs.{name} ]]", str(given["default"]))
        equal("$[[" in text, False, "an input is left open")
        path = self.scratch / "gitlab-ci.yml"
        path.write_text(text, encoding="utf-8")
        self.validates("vendor.gitlab-ci", path)
        job = json.loads(text)["codescan-check"]
        folder = self.worktree({"a.py": "print(1)\n"})
        environment = {"PATH": f"{self.codescan.parent}:{os.environ['PATH']}", "GITLAB_CI": "true", "HOME": str(self.scratch),
                       "CODESCAN_INDEX": os.environ.get("CODESCAN_INDEX", ""), **job["variables"]}
        script = "set -e\n" + "\n".join(job["before_script"] + job["script"])
        result = subprocess.run(["sh", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
        equal(result.returncode, 1, f"the job's status ({result.stderr})")
        for report in job["artifacts"]["reports"].values():
            equal((folder / report).exists(), True, report)

    def check_pre_commit(self) -> None:
        """.pre-commit-hooks.yaml is valid, and the hook runs"""
        environment = os.environ | {"PATH": f"{self.codescan.parent}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(self.scratch / "pc")}
        subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], check=True)
        hooks = self.scratch / "hooks"
        hooks.mkdir()
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Hooks"]):
            subprocess.run(git + command, cwd=hooks, check=True)
        for files, status in [({"a.py": "print(1)\n"}, 1), ({"a.csv": "a;b\n", "b.csv": "1;2\n"}, 0)]:
            folder = self.worktree(files)
            subprocess.run(["git", "add", "."], cwd=folder, check=True)
            result = subprocess.run([sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "codescan", "--all-files"],
                                    cwd=folder, env=environment, capture_output=True, text=True)
            equal(result.returncode, status, f"the hook's status\n{result.stdout}{result.stderr}")

    def validates(self, builtin: str, path: Path) -> None:
        result = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", builtin, str(path)],
                                capture_output=True, text=True)
        equal(result.returncode, 0, f"{path.name}\n{result.stdout}{result.stderr}")
