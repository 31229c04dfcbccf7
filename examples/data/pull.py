"""Numbers and lists of the Hands Off API as CSV, with Python 3.9 or later and its standard library.

    python3 pull.py indicators    values of indicators               -> indicators.csv
    python3 pull.py pages         a list, page by page               -> trainings.csv
    python3 pull.py export        the same list as one file          -> trainings-export.csv

Who asks: HANDSOFF_URL, HANDSOFF_EMAIL and HANDSOFF_PASSWORD, or HANDSOFF_TOKEN. What is asked for: --help.
Tokens stay in memory. Files are written when everything is there, replace those of the same name, and are readable
by you alone. A notebook can `import pull` and use `sign_in`, `indicator_rows`, `list_rows` and `sign_out`.
"""
import argparse
import base64
import csv
import hashlib
import http.client
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

FIELDS = "id country title topic status startOn organisation { name }"
session = {"accessToken": None, "refreshToken": None}


class Refused(Exception):
    """What the API has against it, or why it could not be asked."""


def address():
    return os.environ.get("HANDSOFF_URL", "http://localhost:4000").rstrip("/")


def language():
    return os.environ.get("HANDSOFF_LANGUAGE", "en")


# --- Asking ---


def ask(query, variables=None, is_again=False, with_token=True):
    """Sends one document. An answer with any error in it is no answer: a field that may not be read would be empty."""
    headers = {
        "Content-Type": "application/json",
        "Accept-Language": language(),
        # A region's table without one of its countries would look complete.
        "Require-All-Countries": "true",
    }
    if with_token and session["accessToken"]:
        headers["Authorization"] = "Bearer " + session["accessToken"]
    body = json.dumps({"query": query, "variables": variables or {}}).encode()
    with patiently(urllib.request.Request(address() + "/graphql", body, headers)) as response:
        status, answer = response.status, read_json(response)
    errors = answer.get("errors") or []
    is_over = any((error.get("extensions") or {}).get("code") == "UNAUTHENTICATED" for error in errors)
    if is_over and session["refreshToken"] and not is_again:
        refresh()
        return ask(query, variables, is_again=True)
    if errors:
        raise Refused("\n".join(error["message"] for error in errors))
    if not answer.get("data"):
        raise Refused(f"{address()} answers with {status}, and not as the API does.")
    return answer["data"]


def patiently(request):
    """Waits, for ten minutes at most, where the API has too much to do, or is still making a file. An answer that
    refuses is an answer, too.
    """
    until = time.monotonic() + 600
    while True:
        try:
            return urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or time.monotonic() > until:
                return error
            time.sleep(int(error.headers.get("Retry-After") or 1))
        except (urllib.error.URLError, OSError) as error:
            raise Refused(f"{address()} does not answer: {getattr(error, 'reason', error)}") from None


def read_json(response):
    try:
        return json.loads(response.read())
    except ValueError:
        return {}


def done(answer):
    """What a mutation answers, or what it has against it."""
    if answer["problems"]:
        raise Refused("\n".join(problem["message"] for problem in answer["problems"]))
    return answer


TOKENS = "session { accessToken refreshToken } problems { code message }"


def sign_in():
    session.update(accessToken=os.environ.get("HANDSOFF_TOKEN"), refreshToken=None)
    if session["accessToken"]:
        return
    email, password = os.environ.get("HANDSOFF_EMAIL"), os.environ.get("HANDSOFF_PASSWORD")
    if not email or not password:
        raise Refused("Set HANDSOFF_EMAIL and HANDSOFF_PASSWORD, or HANDSOFF_TOKEN.")
    mutation = "mutation ($input: SignInInput!) { signIn(input: $input) { " + TOKENS + " } }"
    given = {"email": email, "password": password}
    answer = ask(mutation, {"input": given})["signIn"]
    if any(problem["code"] == "SECOND_FACTOR_REQUIRED" for problem in answer["problems"]):
        print("Code of your authenticator app: ", end="", file=sys.stderr, flush=True)
        code = sys.stdin.readline().strip()
        answer = ask(mutation, {"input": {**given, "oneTimeCode": code}})["signIn"]
    session.update(done(answer)["session"])


def refresh():
    """An access token lasts 15 minutes. A refresh token is good for one use, and is sent without the old token."""
    mutation = "mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { " + TOKENS + " } }"
    variables = {"input": {"refreshToken": session["refreshToken"]}}
    session.update(done(ask(mutation, variables, is_again=True, with_token=False)["refreshSession"])["session"])


def sign_out():
    """Ends the session that was begun here: nothing that was kept of it opens anything."""
    if session["refreshToken"]:
        done(ask("mutation { signOut { problems { message } } }")["signOut"])
    session.update(accessToken=None, refreshToken=None)


# --- Indicators ---

TABLE = """
query ($input: IndicatorTableInput!) {
  indicatorTable(input: $input) {
    rows {
      indicator version country period from to dimensions { dimension code label }
      value numerator denominator status gap lockedOn
    }
    countries { country asOf }
  }
}"""


def indicator_rows(codes, period, by=()):
    """One dictionary for each value. One that is hidden or missing is None, never 0: `status` and `gap` say which
    it is, and why.
    """
    meant = {"names": split(period)} if period[0].isdigit() else {"relative": period}
    variables = {"input": {"indicators": list(codes), "period": meant, "by": list(by)}}
    table = ask(TABLE, variables)["indicatorTable"]
    as_of = {one["country"]: one["asOf"] for one in table["countries"]}
    rows = []
    for row in table["rows"]:
        told = {one["dimension"]: one for one in row["dimensions"]}
        of = {}
        for name in by:
            of[name.lower()] = told.get(name, {}).get("code")
            of[name.lower() + "_label"] = told.get(name, {}).get("label")
        first = {name: row[name] for name in ("indicator", "version", "country", "period", "from", "to")}
        last = {name: row[name] for name in ("value", "numerator", "denominator", "status", "gap", "lockedOn")}
        rows.append({**first, **of, **last, "asOf": as_of.get(row["country"])})
    return rows


def split(text):
    return [one.strip() for one in text.split(",") if one.strip()]


# --- A list, page by page ---


def list_rows(name, fields):
    """One dictionary for each record of a list, all pages of it; a point leads into a record that it is linked to."""
    page = "pageInfo { hasNextPage endCursor } edges { node { " + fields + " } }"
    columns, rows, after, total = columns_of(fields), [], None, None
    while True:
        # How many there are is counted anew each time that it is asked for: once is enough.
        asked = "totalCount" if after is None else ""
        query = f"query ($after: String) {{ {name}(first: 100, after: $after) {{ {asked} {page} }} }}"
        answer = ask(query, {"after": after})[name]
        total = answer.get("totalCount", total)
        rows += [{column: value_at(edge["node"], column) for column in columns} for edge in answer["edges"]]
        if not answer["pageInfo"]["hasNextPage"]:
            break
        after = answer["pageInfo"]["endCursor"]
    if len(rows) != total:
        print(f"There were {total} at first, and {len(rows)} came: some changed meanwhile.", file=sys.stderr)
    return rows


def columns_of(fields):
    """`title organisation { name }` as the columns `title` and `organisation.name`."""
    words = re.findall(r"\w+|[{}]", fields)
    path, columns = [], []
    for word, following in zip(words, words[1:] + [""]):
        if word == "}":
            path.pop()
        elif following == "{":
            path.append(word)
        elif word != "{":
            columns.append(".".join([*path, word]))
    return columns


def value_at(row, column):
    for name in column.split("."):
        row = row and row[name]
    return row


# --- The same list as one file ---


def export(name, fields, form, path):
    """All rows of one moment, made by the API. Each export is in the list of exports that the privacy officer reads."""
    given = {
        "idempotencyKey": str(uuid.uuid4()),
        "document": "{ " + name + " { edges { node { " + fields + " } } } }",
        "purpose": "REPORTING",
        "format": form,
    }
    mutation = "mutation ($input: ExportDataInput!) { exportData(input: $input) { url problems { message } } }"
    made = done(ask(mutation, {"input": given})["exportData"])
    part = path + ".part"
    try:
        # The path of the link, at the address where the API is asked.
        rows, size, sha256 = download(address() + urllib.parse.urlsplit(made["url"]).path, part)
        os.replace(part, path)
        print(f"{path}: {rows} rows, {size} bytes, SHA-256 {sha256}")
    finally:
        if os.path.exists(part):
            os.remove(part)


def download(link, part):
    """The link is good once, for 15 minutes; until its last byte is here it can be asked for the rest."""
    tag, at = None, 0
    with open_private(part, "wb") as file:
        for _ in range(5):
            headers = {"Accept-Language": language()}
            if at > 0:
                headers.update({"Range": f"bytes={at}-", "If-Range": tag})
            with patiently(urllib.request.Request(link, headers=headers)) as response:
                if response.status not in (200, 206):
                    raise Refused(what_is_said(response))
                if response.status == 200:  # The whole file anew.
                    file.seek(0)
                    file.truncate()
                told = response.headers
                tag = told["ETag"]
                is_whole = receive(response, file)
            at = file.tell()
            if is_whole:
                break
        else:
            raise Refused("The download broke off five times.")
    digest = hashlib.sha256()
    with open(part, "rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            digest.update(piece)
    if told["Repr-Digest"] != "sha-256=:" + base64.b64encode(digest.digest()).decode() + ":":
        raise Refused("What arrived is not what was sent.")
    return told["X-Row-Count"], at, digest.hexdigest()


def receive(response, file):
    """Whether it came to its end."""
    expected = int(response.headers["Content-Length"])
    try:
        while expected > 0:
            # One that breaks off within `read(n)` just ends (CPython 3.11), so what came is counted.
            piece = response.read(min(expected, 1 << 16))
            if not piece:
                return False
            file.write(piece)
            expected -= len(piece)
        return True
    except (OSError, http.client.HTTPException):
        return False


def what_is_said(response):
    problems = read_json(response).get("problems") or []
    return "\n".join(problem["message"] for problem in problems) or f"The link answers with {response.status}."


# --- CSV ---


def open_private(path, mode):
    """Anew, and for its owner alone."""
    opener = lambda name, flags: os.open(name, flags, 0o600)
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": ""}
    return open(path, mode, opener=opener, **text)


def write(path, columns, rows):
    with open_private(path, "w") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([[cell_of(row[column]) for column in columns] for row in rows])
    print(f"{path}: {len(rows)} rows")


def cell_of(value):
    """A text that a spreadsheet would run as a formula gets an apostrophe before it, as in the exports of the API."""
    if isinstance(value, str):
        return re.sub(r"(^|[;\t\r\n])([=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])", r"\1'\2", value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


# --- What to do ---


def main():
    parser = argparse.ArgumentParser(description="Numbers and lists of the Hands Off API as CSV.")
    parser.add_argument("what", nargs="+", choices=["indicators", "pages", "export"])
    parser.add_argument("--indicators", default="I03,I08,I10", help="their codes (schema/indicators.md)")
    parser.add_argument("--period", default="LAST_4_QUARTERS", help="or names: 2025,2026Q1,2026S1,2026Oct")
    parser.add_argument("--by", default="", help="such as PROVINCE,GENDER")
    parser.add_argument("--list", default="trainings", help="any list of the schema")
    parser.add_argument("--fields", default=FIELDS, help="what each row tells, in GraphQL")
    parser.add_argument("--format", default="CSV", help="of an export: CSV, XLSX, PARQUET, NDJSON")
    parser.add_argument("--into", default=".", help="the folder")
    given = parser.parse_args()
    try:
        sign_in()
        try:
            pull(given)
        finally:
            sign_out()
    except (Refused, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def pull(given):
    if "indicators" in given.what:
        rows = indicator_rows(split(given.indicators), given.period, split(given.by))
        write(f"{given.into}/indicators.csv", list(rows[0]) if rows else ["indicator"], rows)
    if "pages" in given.what:
        write(f"{given.into}/{given.list}.csv", columns_of(given.fields), list_rows(given.list, given.fields))
    if "export" in given.what:
        path = f"{given.into}/{given.list}-export.{given.format.lower()}"
        export(given.list, given.fields, given.format, path)


if __name__ == "__main__":
    sys.exit(main())
