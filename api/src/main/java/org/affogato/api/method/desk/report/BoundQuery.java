package org.affogato.api.method.desk.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * The query of a Query Report, ready to run: each {@code %(name)s} is a mark, its filter a bound value; a list is as many
 * of them. What reads more than tables is refused. Frappe: {@code check_safe_sql_query}.
 */
record BoundQuery(String sql, List<@Nullable Object> values) {
    private static final List<String> READING = List.of("select", "explain", "with");
    /** Files, locks that outlive the statement, and waiting. */
    private static final Set<String> REFUSED = Set.of(
            "into",
            "load_file",
            "get_lock",
            "release_lock",
            "release_all_locks",
            "is_used_lock",
            "sleep",
            "benchmark",
            "master_pos_wait",
            "master_gtid_wait");
    /** Password hashes and secrets lie here. */
    private static final String SECRETS = "__auth";

    private static final Pattern PART = Pattern.compile(
            "(?<quoted>'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\")"
                    + "|(?<name>`[^`]*`)"
                    + "|(?<comment>--[ \\t\\r\\n][^\\n]*|--$|#[^\\n]*|/\\*.*?(?:\\*/|$))"
                    + "|%\\((?<filter>[^)]*)\\)s"
                    + "|(?<percent>%%)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<mark>\\?)",
            Pattern.DOTALL);

    static BoundQuery of(String query, Map<String, @Nullable Object> filters) {
        checkReads(query);
        StringBuilder sql = new StringBuilder(query.length());
        List<@Nullable Object> values = new ArrayList<>();
        String before = "";
        Matcher part = PART.matcher(query);
        while (part.find()) {
            String text = part.group();
            if (part.group("filter") != null) {
                text = bind(part.group("filter"), filters, values);
            } else if (part.group("percent") != null) {
                text = "%";
            } else {
                before = checked(part, before);
                text = part.group("quoted") == null ? text : text.replace("%%", "%");
            }
            part.appendReplacement(sql, Matcher.quoteReplacement(text));
        }
        part.appendTail(sql);
        return new BoundQuery(sql.toString(), values);
    }

    private static void checkReads(String query) {
        if (query.isBlank()) {
            throw new ValidationError("The report has no query").titled("Report Document Error");
        }
        String start = query.strip().toLowerCase(Locale.ROOT);
        if (READING.stream().noneMatch(start::startsWith)) {
            throw new PermissionError("A query starts with SELECT or WITH and only reads").titled("Unsafe SQL query");
        }
    }

    /** The word that was met last, for what two words mean together. */
    private static String checked(Matcher part, String before) {
        String quoted = part.group("quoted");
        if (quoted != null && quoted.contains("%(")) {
            throw new ValidationError("A filter of a query stands without quotes around it");
        }
        String comment = part.group("comment");
        if (comment != null && (comment.startsWith("/*!") || comment.startsWith("/*M!"))) {
            throw refused(comment);
        }
        if (part.group("mark") != null) {
            throw new ValidationError("A query names its filters: %(name)s");
        }
        String name = part.group("name");
        String word = name == null ? part.group("word") : name.substring(1, name.length() - 1);
        if (word == null) {
            return before;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        boolean locks = before.equals("for") && lower.equals("update");
        if (lower.equals(SECRETS) || name == null && (REFUSED.contains(lower) || locks)) {
            throw refused(word);
        }
        return lower;
    }

    private static RuntimeException refused(String part) {
        return new PermissionError("A query may not use %s".formatted(part)).titled("Unsafe SQL query");
    }

    private static String bind(String name, Map<String, @Nullable Object> filters, List<@Nullable Object> values) {
        if (!filters.containsKey(name)) {
            throw new ValidationError("The report needs the filter %s".formatted(name));
        }
        Object value = filters.get(name);
        if (!(value instanceof List<?> list)) {
            values.add(scalar(value));
            return "?";
        }
        if (list.isEmpty()) {
            return "(NULL)";
        }
        list.forEach(each -> values.add(scalar(each)));
        return "(" + String.join(", ", Collections.nCopies(list.size(), "?")) + ")";
    }

    private static @Nullable Object scalar(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new ValidationError("A filter of a query is a value or a list of values");
        }
        return value;
    }
}
