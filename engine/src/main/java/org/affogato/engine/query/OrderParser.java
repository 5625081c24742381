package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;

/** Reads {@code order_by} and {@code group_by}. Frappe: {@code validate_order_by_and_group_by}. */
final class OrderParser {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9\\-_ ,`'\".()]*");
    private static final Pattern DIRECTION = Pattern.compile("(.*\\S)\\s+(asc|desc)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern NAME = Pattern.compile("`[^`]+`|[\\p{L}\\p{N}_]+");
    private static final Pattern COLUMN = Pattern.compile("(`tab[^`]+`|tab\\w+)\\.(`[^`]+`|\\w+)");

    private final ColumnParser columns;
    private final Sources sources;
    private final List<Field> fields;

    OrderParser(ColumnParser columns, Sources sources, List<Field> fields) {
        this.columns = columns;
        this.sources = sources;
        this.fields = fields;
    }

    List<Sort> order(String text) {
        List<Sort> sorts = new ArrayList<>();
        for (String term : terms(text)) {
            Matcher direction = DIRECTION.matcher(term);
            boolean directed = direction.matches();
            String expression = directed ? direction.group(1) : term;
            boolean descending = directed && direction.group(2).equalsIgnoreCase("desc");
            sorts.add(new Sort(expression(expression, true), descending));
        }
        return sorts;
    }

    List<Expression> group(String text) {
        List<Expression> found =
                terms(text).stream().map(term -> expression(term, false)).toList();
        if (found.stream().anyMatch(this::isAggregate)) {
            throw new ValidationError("A list cannot be grouped by %s".formatted(text));
        }
        return found;
    }

    private boolean isAggregate(Expression expression) {
        return switch (expression) {
            case Expression.Call call ->
                Functions.isAggregate(call.function())
                        || call.arguments().stream().anyMatch(this::isAggregate);
            case Expression.Position position ->
                isAggregate(fields.get(position.place() - 1).expression());
            case Expression.Label label ->
                fields.stream()
                        .filter(field -> field.label().equalsIgnoreCase(label.name()))
                        .anyMatch(field -> isAggregate(field.expression()));
            default -> false;
        };
    }

    private static List<String> terms(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("select") && lower.contains("from")) {
            throw new ValidationError("A list cannot be ordered or grouped by a sub-query");
        }
        if (!ALLOWED.matcher(lower).matches()) {
            throw new ValidationError("A list cannot be ordered or grouped by %s".formatted(text));
        }
        return Terms.split(text);
    }

    private Expression expression(String text, boolean labelsFirst) {
        Matcher call = CALL.matcher(text);
        if (call.matches()) {
            return call(call.group(1).toLowerCase(Locale.ROOT), call.group(2));
        }
        if (INTEGER.matcher(text).matches()) {
            return position(Integer.parseInt(text));
        }
        if (text.startsWith(Functions.MINUS)) {
            Expression negated = expression(text.substring(1).strip(), false);
            return new Expression.Call(Functions.MINUS, false, List.of(negated));
        }
        if (COLUMN.matcher(text).matches()) {
            return columns.ordered(text);
        }
        if (!NAME.matcher(text).matches()) {
            throw new ValidationError("A list cannot be ordered or grouped by %s".formatted(text));
        }
        return named(text, labelsFirst);
    }

    /** MariaDB looks for an alias first when ordering, for a column first when grouping. */
    private Expression named(String text, boolean labelsFirst) {
        String name = text.replace("`", "");
        List<Field> labelled = fields.stream()
                .filter(field -> field.label().equalsIgnoreCase(name))
                .toList();
        if (labelled.isEmpty() || !labelsFirst && sources.main().hasColumn(name)) {
            return columns.ordered(text);
        }
        return labelled.size() == 1
                ? new Expression.Label(name)
                : labelled.getFirst().expression();
    }

    private Expression position(int place) {
        if (place < 1 || place > fields.size()) {
            throw new ValidationError("There is no field %d to order by".formatted(place));
        }
        return new Expression.Position(place);
    }

    private Expression call(String function, String arguments) {
        Functions.Arity arity = Functions.arity(function)
                .orElseThrow(
                        () -> new ValidationError("A list cannot be ordered or grouped by %s".formatted(function)));
        List<Expression> parsed = new ArrayList<>();
        for (String argument : Terms.split(arguments)) {
            parsed.add(argument(argument));
        }
        if (arity.excludes(parsed.size())) {
            throw new ValidationError("%s does not take %d arguments".formatted(function, parsed.size()));
        }
        return new Expression.Call(function, false, parsed);
    }

    private Expression argument(String text) {
        if (text.length() > 1 && (isQuoted(text, '\'') || isQuoted(text, '"'))) {
            return new Expression.Value(text.substring(1, text.length() - 1));
        }
        if (INTEGER.matcher(text).matches()) {
            return new Expression.Value(Long.parseLong(text));
        }
        return expression(text, false);
    }

    private static boolean isQuoted(String text, char quote) {
        return text.charAt(0) == quote && text.indexOf(quote, 1) == text.length() - 1;
    }
}
