package org.affogato.engine.permission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.db.Collation;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Evaluates a {@link Condition} on a document in memory, with the outcome that the same condition has in SQL. */
final class ConditionCheck {
    private final Shares shares;

    ConditionCheck(Shares shares) {
        this.shares = shares;
    }

    boolean test(Condition condition, Document document, Context context) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) -> parts.stream().allMatch(part -> test(part, document, context));
            case Condition.Or(List<Condition> parts) -> parts.stream().anyMatch(part -> test(part, document, context));
            case Condition.Not(Condition part) -> !test(part, document, context);
            case Condition.Equal(String field, Object value) ->
                value == null ? isEmpty(document.get(field)) : same(document.get(field), value);
            case Condition.In(String field, List<?> values) ->
                values.stream().anyMatch(value -> same(document.get(field), value));
            case Condition.Empty(String field) -> isEmpty(document.get(field));
            case Condition.AnyRow(String table, Condition part) ->
                document.rows(table).stream().anyMatch(row -> test(part, row, context));
            case Condition.Shared shared ->
                shares.has(document.doctype(), document.name(), shared.user(), shared.right(), context);
            case Condition.Named named -> testNamed(named, document, context);
        };
    }

    private boolean testNamed(Condition.Named named, Document document, Context context) {
        if (!document.text(named.typeColumn()).equals(named.doctype())) {
            return false;
        }
        Optional<Document> found = context.documents().find(named.doctype(), document.text(named.nameColumn()));
        return found.isPresent() && test(named.part(), found.get(), context);
    }

    private boolean same(@Nullable Object stored, @Nullable Object wanted) {
        if (stored == null || wanted == null) {
            return false;
        }
        if (stored instanceof Number && wanted instanceof Number) {
            return decimal(stored).compareTo(decimal(wanted)) == 0;
        }
        return Collation.same(stored.toString(), wanted.toString());
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || Collation.same(value.toString(), "")
                || value instanceof Number number && decimal(number).signum() == 0;
    }
}
