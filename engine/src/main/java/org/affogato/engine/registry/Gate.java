package org.affogato.engine.registry;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.FrappeTypeError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;

/** Lets a call through where its declared permission is met. */
record Gate(Requires requires) {
    Gate {
        int rules = (requires.access() == Access.UNSET ? 0 : 1)
                + (requires.role().length == 0 ? 0 : 1)
                + (requires.right().isEmpty() ? 0 : 1);
        if (rules != 1) {
            throw new IllegalStateException("@Requires names exactly one of access, role and right: " + requires);
        }
    }

    void check(Context context, Arguments arguments) {
        if (requires.access() == Access.GUEST) {
            return;
        }
        if (context.isGuest() && requires.right().isEmpty()) {
            throw new PermissionError("Login to access this method").titled("Method Not Allowed");
        }
        if (requires.role().length > 0) {
            checkRole(context);
        }
        if (!requires.right().isEmpty()) {
            checkRight(context, arguments);
        }
    }

    private void checkRole(Context context) {
        boolean granted =
                context.isAdministrator() || List.of(requires.role()).stream().anyMatch(context.roles()::contains);
        if (!granted) {
            throw new PermissionError("This needs the role " + String.join(" or ", requires.role())).shown(Notice.NONE);
        }
    }

    private void checkRight(Context context, Arguments arguments) {
        Right right = Right.of(requires.right()).orElseThrow();
        String doctype =
                requires.doctype().isEmpty() ? named(arguments, requires.doctypeArgument()) : requires.doctype();
        try {
            checkRight(right, doctype, context, arguments);
        } catch (PermissionError refused) {
            throw refused.shown(Notice.RAISED);
        }
    }

    private void checkRight(Right right, String doctype, Context context, Arguments arguments) {
        if (requires.nameArgument().isEmpty()) {
            context.permissions().check(right, doctype);
            return;
        }
        Document document = context.documents().get(doctype, named(arguments, requires.nameArgument()));
        if (!context.permissions().has(right, document)) {
            throw new PermissionError("No permission to " + right.fieldname() + " " + document);
        }
    }

    private static String named(Arguments arguments, String name) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new FrappeTypeError("The argument " + name + " is missing");
        }
        return value.toString();
    }
}
