package org.affogato.engine.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The site's own rules, kept as Document Naming Rule: the first whose conditions a document meets names it. */
final class NamingRules {
    private static final String RULES =
            "SELECT `name`, `document_type`, `prefix`, `prefix_digits` FROM `tabDocument Naming Rule` WHERE `disabled` = 0"
                    + " ORDER BY `priority` DESC, `modified` DESC";
    private static final String CONDITIONS =
            "SELECT `parent`, `field`, `condition`, `value` FROM `tabDocument Naming Rule Condition` ORDER BY `idx`";

    private final Map<String, List<Rule>> known = new ConcurrentHashMap<>();

    private record Rule(String name, String doctype, String prefix, int digits, List<Test> tests) {}

    private record Test(String field, String operator, String value) {}

    void clear() {
        known.clear();
    }

    Optional<String> name(Document document, Context context) {
        if (!context.hasDoctype(Naming.RULE)
                || document.meta().isChild()
                || context.flags().inMigrate()) {
            return Optional.empty();
        }
        return known.computeIfAbsent("", key -> load(context)).stream()
                .filter(rule -> rule.doctype().equals(document.doctype()))
                .filter(rule -> rule.tests().stream().allMatch(test -> meets(document, test)))
                .findFirst()
                .map(rule -> next(rule, document, context));
    }

    private static List<Rule> load(Context context) {
        List<Map<String, @Nullable Object>> tests = context.database().query(CONDITIONS);
        List<Rule> rules = new ArrayList<>();
        for (Map<String, @Nullable Object> row : context.database().query(RULES)) {
            List<Test> own = tests.stream()
                    .filter(test -> text(row, "name").equals(text(test, "parent")))
                    .map(test -> new Test(text(test, "field"), text(test, "condition"), text(test, "value")))
                    .toList();
            rules.add(new Rule(
                    text(row, "name"),
                    text(row, "document_type"),
                    text(row, "prefix"),
                    row.get("prefix_digits") instanceof Number digits ? digits.intValue() : 0,
                    own));
        }
        return rules;
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return NamingPattern.text(row.get(column));
    }

    private static String next(Rule rule, Document document, Context context) {
        context.database().begin();
        long counter = context.database()
                .query(
                        "SELECT COALESCE(`counter`, 0) + 1 FROM `tabDocument Naming Rule` WHERE `name` = ? FOR UPDATE",
                        List.of(rule.name()),
                        row -> row.getLong(1))
                .getFirst();
        context.database()
                .execute("UPDATE `tabDocument Naming Rule` SET `counter` = ? WHERE `name` = ?", counter, rule.name());
        String prefix =
                new NamingPattern(document, context).parts(List.of(rule.prefix().split("\\.")));
        return prefix + Series.padded(counter, rule.digits());
    }

    private static boolean meets(Document document, Test test) {
        Object value = document.get(test.field());
        DocField field = document.meta().field(test.field());
        Object wanted = field == null ? test.value() : field.type().cast(field, test.value());
        int order = compare(field == null ? value : field.type().cast(field, value), wanted);
        return switch (test.operator()) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            default -> false;
        };
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number one && right instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return NamingPattern.text(left).compareTo(NamingPattern.text(right));
    }
}
