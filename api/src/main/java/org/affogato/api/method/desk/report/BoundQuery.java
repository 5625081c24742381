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
    /** Files, locks that outlive the statement, and waiting; a function goes by its name in backticks too. */
    private static final Set<String> REFUSED = Set.of(
            "into",
            "load_file",
            "get_lock",
            "release_lock",
            "release_all_locks",
            "is_used_lock",
            "nextval",
            "setval",
            "sleep",
            "benchmark",
            "master_pos_wait",
            "master_gtid_wait");

    private static final Set<String> LOCKS = Set.of("for update", "lock in");
    /** Password hashes, secrets and sessions lie here, and what others are doing. */
    private static final Set<String> SECRET =
            Set.of("__auth", "tabsessions", "mysql", "performance_schema", "sys", "processlist", "innodb_trx");

    /** What the engine keeps for itself, answers of other users and failed logins among it. */
    private static final String OWN_TABLES = "__affogato";

    private static final String COMMENT = "--[\\x00-\\x20\\x7f][^\\n]*|--$|#[^\\n]*|/\\*.*?(?:\\*/|$)";

    /** Parts as MariaDB tells them apart: a number ends before a word even without a blank, as in {@code 1e5into}. */
    private static final Pattern PART = Pattern.compile(
            "(?<quoted>'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\")"
                    + "|(?<name>`[^`]*`)(?=(?<call>(?:[\\x00-\\x20]|" + COMMENT + ")*\\()?)"
                    + "|(?<comment>" + COMMENT + ")"
                    + "|%\\((?<filter>[^)]*)\\)s"
                    + "|(?<percent>%%)"
                    + "|(?<number>\\d[\\d.]*(?:[eE][+-]?\\d+)?)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<mark>\\?)"
                    + "|(?<escape>\\\\)",
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
        if (part.group("escape") != null) {
            throw refused("\\");
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
        boolean acts = name == null || part.group("call") != null;
        if (SECRET.contains(lower)
                || lower.startsWith(OWN_TABLES)
                || acts && (REFUSED.contains(lower) || LOCKS.contains(before + " " + lower))) {
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
