package org.affogato.engine.install.rule;

import java.util.Locale;
import java.util.regex.Pattern;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.NameError;
import org.affogato.engine.spi.Context;

/** The name of a DocType: it becomes a table and a route of the desk. */
public final class NameRule implements DefinitionRule {
    /** A table's name has 64 characters, three of them {@code tab}. */
    private static final int LONGEST = 61;

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z][A-Za-z0-9_ -]+");

    @Override
    public void apply(Document definition, Context context) {
        check(definition.name(), context);
    }

    /**
     * @throws NameError if no DocType may be called so
     */
    public void check(String name, Context context) {
        if (name.length() > LONGEST) {
            throw new NameError("The name of a DocType has at most %d characters (%s)".formatted(LONGEST, name));
        }
        if (!name.strip().equals(name)) {
            throw new NameError("The name of a DocType cannot begin or end with a blank");
        }
        if (!LETTERS.matcher(name).matches()) {
            throw new NameError("The name of a DocType begins with a letter and consists of letters, digits, blanks,"
                            + " underscores and hyphens")
                    .titled("Invalid Name");
        }
        checkRoute(name, context);
    }

    private static void checkRoute(String name, Context context) {
        for (String doctype : new String[] {"Page", "Workspace"}) {
            if (context.hasDoctype(doctype) && isTaken(doctype, name, context)) {
                throw new NameError("The name is taken, please choose another one").shown(Notice.PLAIN);
            }
        }
    }

    private static boolean isTaken(String doctype, String name, Context context) {
        return DefinitionQueries.names(context.database(), context.meta(doctype)).stream()
                .anyMatch(other -> !other.equals(name) && slug(other).equals(slug(name)));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
