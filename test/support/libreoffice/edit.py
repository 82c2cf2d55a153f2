"""Opens a workbook in LibreOffice without a screen, does to it what somebody would, and saves it as an Excel workbook.

python3 edit.py in.xlsx out.xlsx profile-folder '[["type", "Risks", "home-care/lease", "Owner", "Estates"], ...]'
"""
import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

before, after, profile, edits = sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4])


def named(name, value):
    property_value = PropertyValue()
    property_value.Name, property_value.Value = name, value
    return property_value


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def heads_of(sheet):
    heads = []
    while sheet.getCellByPosition(len(heads), 0).String:
        heads.append(sheet.getCellByPosition(len(heads), 0).String)
    return heads


def row_of(sheet, which):
    """A row by the id in its first column, or by its number as the sheet shows it."""
    if isinstance(which, int):
        return which - 1
    return next(row for row in range(1, 6000) if sheet.getCellByPosition(0, row).String == which)


def change(document, edit):
    what, name, *rest = edit
    if what == "remove":
        document.Sheets.removeByName(name)
        return
    if what == "move":
        document.Sheets.moveByName(name, rest[0])
        return
    sheet = document.Sheets.getByName(name)
    heads = heads_of(sheet)
    if what == "sort":
        head, rows = rest
        field = TableSortField()
        field.Field, field.IsAscending = heads.index(head), False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        sheet.getCellRangeByPosition(0, 0, len(heads) - 1, rows).sort(
            (named("SortFields", fields), named("ContainsHeader", True))
        )
        return
    which, head, value = rest
    cell = sheet.getCellByPosition(heads.index(head), row_of(sheet, which))
    if what == "formula":
        cell.Formula = value
    elif isinstance(value, str):
        cell.String = value
    else:
        cell.Value = value


pipe = f"tracker{time.time_ns()}"
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation={Path(profile).as_uri()}"]
)
try:
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(Path(before).as_uri(), "_blank", 0, (named("Hidden", True),))
    for edit in edits:
        change(document, edit)
    document.storeToURL(Path(after).as_uri(), (named("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
finally:
    office.terminate()
    office.wait(60)
