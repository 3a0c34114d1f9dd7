"""The strings under the fields of a class, which say what each of them means."""

import ast
import inspect
import textwrap


def attribute_docs(kind: type) -> dict[str, str]:
    """The meaning of each field of a class that has one, by the field's name, on one line."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, after in zip(body.body, body.body[1:], strict=False):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as meaning)):
                found[name] = " ".join(meaning.split())
    return found
