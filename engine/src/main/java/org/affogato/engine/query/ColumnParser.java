package org.affogato.engine.query;

import java.util.Optional;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;

/** Finds the column that a text names: own, {@code `tabChild`.`field`}, {@code table.field}, {@code link.field}. */
final class ColumnParser {
    private static final String TABLE = "`tab";

    private final Sources sources;
    private final ReadableColumns readable;
    private final java.util.function.Function<String, Meta> metas;

    ColumnParser(Sources sources, ReadableColumns readable, java.util.function.Function<String, Meta> metas) {
        this.sources = sources;
        this.readable = readable;
        this.metas = metas;
    }

    /** Whether the text names a field whose permlevel is closed to the caller. */
    boolean isHidden(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return readable.isHidden(main(), unquote(text));
        }
        String left = text.substring(0, dot);
        String right = unquote(text.substring(dot + 1));
        Optional<String> doctype = isTable(left) ? Optional.of(doctype(left)) : target(left);
        return doctype.filter(name -> sources.find(name).isPresent() || isTarget(name))
                .filter(name -> readable.isHidden(metas.apply(name), right))
                .isPresent();
    }

    private boolean isTarget(String doctype) {
        return main().fields().stream().anyMatch(field -> doctype.equals(field.options()));
    }

    private Optional<String> target(String fieldname) {
        DocField field = main().field(fieldname);
        boolean leads =
                field != null && (field.type().isTable() || field.fieldtype().equals("Link"));
        return leads ? Optional.ofNullable(field.options()) : Optional.empty();
    }

    /** A column to select; joins the table it is in. The column may be missing there, if its name is a standard one. */
    Expression.Column select(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new Expression.Column(sources.main(), ownField(text));
        }
        String left = text.substring(0, dot);
        String right = unquote(text.substring(dot + 1));
        Source source = isTable(left) ? table(left, doctype(left)) : through(left, right);
        return new Expression.Column(source, fieldOf(source, right, text));
    }

    private Source table(String text, String doctype) {
        return sources.find(doctype).or(() -> sources.child(doctype)).orElseThrow(() -> notJoined(text));
    }

    private Source through(String fieldname, String column) {
        if (fieldname.equals(main().table()) && Source.isStandard(column)) {
            return sources.main();
        }
        DocField field = main().field(fieldname);
        if (field == null) {
            throw Source.isStandard(column) ? notJoined(fieldname) : unknown(fieldname);
        }
        String target = target(fieldname).orElseThrow(() -> unknown(fieldname));
        return field.fieldtype().equals("Link")
                ? sources.link(field, target)
                : sources.child(target).orElseThrow(() -> unknown(fieldname));
    }

    /** A column inside a function: of the own table or of one that is joined already. */
    Expression.Column joined(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new Expression.Column(sources.main(), unambiguous(ownField(text)));
        }
        String left = text.substring(0, dot);
        if (!isTable(left)) {
            throw notJoined(left);
        }
        Source source = sources.find(doctype(left)).orElseThrow(() -> notJoined(left));
        return new Expression.Column(source, fieldOf(source, unquote(text.substring(dot + 1)), text));
    }

    /** A column to order or group by: a table that is not joined is a mistake of the request. */
    Expression.Column ordered(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new Expression.Column(sources.main(), unambiguous(orderedIn(sources.main(), unquote(text))));
        }
        String left = text.substring(0, dot);
        String doctype = isTable(left) ? doctype(left) : left.replaceFirst("^tab", "");
        Source source = sources.find(doctype)
                .orElseThrow(
                        () -> new ValidationError("No field of %s is selected to sort or group by".formatted(left)));
        return new Expression.Column(source, orderedIn(source, unquote(text.substring(dot + 1))));
    }

    /** The column of that name; here its case does not matter, as in the database. */
    private String orderedIn(Source source, String name) {
        String column = source.hasColumn(name)
                ? name
                : source.meta().columns().stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> unknown(name));
        readable.check(source, column);
        return column;
    }

    /** A bare name must not stand for a column of several tables. */
    private String unambiguous(String name) {
        if (sources.joined().stream().anyMatch(source -> source.hasColumn(name))) {
            throw new ValidationError("%s is a column of several tables: name the one that is meant".formatted(name));
        }
        return name;
    }

    private String ownField(String text) {
        if (Source.isStandard(text)) {
            return text;
        }
        String name = unquote(text);
        if (!main().has(name)) {
            throw unknown(text);
        }
        return name;
    }

    private static String fieldOf(Source source, String name, String text) {
        if (!Source.isStandard(name) && !source.meta().has(name)) {
            throw unknown(text);
        }
        return name;
    }

    private Meta main() {
        return sources.main().meta();
    }

    private static boolean isTable(String text) {
        return text.startsWith(TABLE) && text.endsWith("`") && text.length() > TABLE.length() + 1;
    }

    private static String doctype(String table) {
        return table.substring(TABLE.length(), table.length() - 1);
    }

    private static String unquote(String text) {
        boolean quoted = text.length() > 2 && text.startsWith("`") && text.endsWith("`");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static EngineException notJoined(String table) {
        return new PermissionError(table).shown(EngineException.Notice.NONE);
    }

    static DataError unknown(String text) {
        return new DataError("Field not permitted in query: %s".formatted(text));
    }
}
