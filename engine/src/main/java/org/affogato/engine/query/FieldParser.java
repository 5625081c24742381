package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a list: columns, columns of child tables and of linked documents, aggregates, aliases. What the
 * caller may not see is left out. Frappe: {@code reportview.validate_fields}, {@code sanitize_fields}.
 */
final class FieldParser {
    private static final Pattern ALIAS = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ \\-]*");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((distinct )?([^()]*)\\)");

    private final ColumnParser columns;
    private final ReadableColumns readable;
    private final Sources sources;
    private final boolean strict;

    /**
     * @param strict a caller's request: only the functions that the reference lets through
     */
    FieldParser(ColumnParser columns, ReadableColumns readable, Sources sources, boolean strict) {
        this.columns = columns;
        this.readable = readable;
        this.sources = sources;
        this.strict = strict;
    }

    /** The selected fields; {@code name} where none is asked for or only hidden ones are. */
    List<Field> parse(List<?> requested) {
        List<String> texts = new ArrayList<>();
        boolean wildcard = requested.size() == 1 && "*".equals(requested.getFirst());
        if (wildcard) {
            texts.addAll(readable.all(sources.main().meta()));
        } else {
            requested.forEach(entry -> texts.addAll(expand(entry)));
        }
        texts.removeIf(this::isHidden);
        if (texts.isEmpty()) {
            return List.of(new Field(new Expression.Column(sources.main(), "name"), "name"));
        }
        return select(texts);
    }

    /** A {@code *} among others stands for all columns, in the engine's own lists. */
    private List<String> expand(@Nullable Object entry) {
        if (!(entry instanceof String text)) {
            throw new ValidationError("A field of a list must be text");
        }
        return text.equals("*") && !strict ? readable.all(sources.main().meta()) : List.of(text);
    }

    private boolean isHidden(String text) {
        Selected selected = split(text);
        Matcher call = CALL.matcher(selected.expression());
        return columns.isHidden(call.matches() ? call.group(3) : selected.expression());
    }

    /** Columns first: they join the tables that the functions may speak of. */
    private List<Field> select(List<String> texts) {
        Field[] found = new Field[texts.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = isCall(texts.get(i)) ? null : column(split(texts.get(i)));
        }
        for (int i = 0; i < found.length; i++) {
            found[i] = isCall(texts.get(i)) ? call(split(texts.get(i))) : found[i];
        }
        List<Field> fields = Arrays.stream(found).filter(Objects::nonNull).toList();
        if (fields.isEmpty()) {
            throw new DataError("None of the fields can be listed: %s".formatted(String.join(", ", texts)));
        }
        return fields;
    }

    private static boolean isCall(String text) {
        return split(text).expression().indexOf('(') >= 0;
    }

    /** Left out where the caller writes AS in capitals, which the reference understands behind functions only. */
    private @Nullable Field column(Selected selected) {
        Expression.Column column = columns.select(selected.expression());
        if (!readable.shows(column.source(), column.name()) || strict && selected.capitals()) {
            return null;
        }
        String label = selected.alias() == null ? column.name() : selected.alias();
        return new Field(column, label);
    }

    private @Nullable Field call(Selected selected) {
        Matcher call = CALL.matcher(selected.expression());
        if (!call.matches() || strict && call.group(2) != null) {
            throw ColumnParser.unknown(selected.expression());
        }
        Expression argument = argument(call.group(1), call.group(3).strip());
        if (argument instanceof Expression.Column column && !readable.shows(column.source(), column.name())) {
            return null;
        }
        String function = call.group(1).toLowerCase(Locale.ROOT);
        String label = selected.alias() == null ? selected.expression() : selected.alias();
        return new Field(new Expression.Call(function, call.group(2) != null, List.of(argument)), label);
    }

    private Expression argument(String function, String text) {
        Set<String> allowed = strict ? Functions.CALLERS : Functions.OWN;
        if (!allowed.contains(strict ? function : function.toLowerCase(Locale.ROOT))) {
            throw ColumnParser.unknown(function);
        }
        return text.equals("*") && !strict ? new Expression.Star() : columns.joined(text);
    }

    private record Selected(String expression, @Nullable String alias, boolean capitals) {}

    private static Selected split(String text) {
        for (String part : List.of(",", "/*", "#")) {
            if (text.contains(part)) {
                throw ColumnParser.unknown(text);
            }
        }
        boolean capitals = !text.contains(" as ");
        int as = text.indexOf(capitals ? " AS " : " as ");
        return as < 0
                ? new Selected(text, null, false)
                : new Selected(
                        text.substring(0, as), alias(text.substring(as + 4).strip()), capitals);
    }

    private static String alias(String text) {
        boolean quoted =
                text.length() > 2 && "`'\"".indexOf(text.charAt(0)) >= 0 && text.endsWith(text.substring(0, 1));
        String name = quoted ? text.substring(1, text.length() - 1) : text;
        if (!ALIAS.matcher(name).matches() || !quoted && name.indexOf(' ') >= 0 || name.length() > 64) {
            throw new ValidationError("%s cannot name a field of a list".formatted(text));
        }
        return name;
    }
}
