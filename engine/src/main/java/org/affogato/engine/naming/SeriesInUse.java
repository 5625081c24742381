package org.affogato.engine.naming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/** The series that DocTypes name their documents by, and the counters they lead to. */
final class SeriesInUse {
    private final Context context;

    SeriesInUse(Context context) {
        this.context = context;
    }

    Map<String, Object> all() {
        SortedSet<String> transactions = new TreeSet<>();
        for (String doctype : doctypes()) {
            if (context.hasDoctype(doctype) && context.permissions().has(Right.READ, doctype)) {
                transactions.add(doctype);
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("transactions", List.copyOf(transactions));
        all.put("prefixes", List.copyOf(prefixes(transactions)));
        return all;
    }

    private List<String> doctypes() {
        String sql =
                "SELECT `parent` FROM `tabDocField` WHERE `fieldname` = 'naming_series' AND `parenttype` = 'DocType' "
                        + "UNION SELECT `dt` FROM `tabCustom Field` WHERE `fieldname` = 'naming_series'";
        return context.database().query(sql, List.of(), row -> row.getString(1));
    }

    private List<String> options(String doctype) {
        DocField field = context.meta(doctype).field("naming_series");
        String options = field == null || field.options() == null ? "" : field.options();
        return options.lines().filter(line -> !line.isBlank()).toList();
    }

    private SortedSet<String> prefixes(SortedSet<String> transactions) {
        List<String> patterns = new ArrayList<>();
        transactions.forEach(doctype -> patterns.addAll(options(doctype)));
        String named =
                "SELECT `name`, `autoname` FROM `tabDocType` WHERE `autoname` LIKE '%.#%' AND `module` <> 'Core'";
        context.database().query(named).stream()
                .filter(row -> !transactions.contains(String.valueOf(row.get("name"))))
                .map(row -> String.valueOf(row.get("autoname")))
                .forEach(autoname -> patterns.add(autoname.substring(0, autoname.lastIndexOf('.'))));
        SortedSet<String> prefixes = new TreeSet<>(
                context.database().query("SELECT `name` FROM `tabSeries`", List.of(), row -> row.getString(1)));
        for (String pattern : patterns) {
            String prefix = NamingSeries.of(pattern).prefix(context.now());
            if (!prefix.contains("{")) {
                prefixes.add(prefix);
            }
        }
        return prefixes;
    }

    /**
     * @throws ValidationError where another DocType uses one of the series
     */
    void checkFree(String doctype, List<String> series) {
        Map<String, String> taken = new LinkedHashMap<>();
        doctypes().stream()
                .filter(other -> !other.equals(doctype) && context.hasDoctype(other))
                .forEach(other -> options(other).forEach(used -> taken.put(bare(used), other)));
        for (String one : series) {
            String prefix = one.split("\\.", 2)[0];
            Optional<String> user = Optional.ofNullable(taken.get(bare(one)))
                    .or(() -> DefinitionQueries.userOfSeries(context.database(), prefix, doctype));
            if (user.isPresent()) {
                throw new ValidationError("Series %s already used in %s".formatted(one, user.get()));
            }
        }
    }

    private static String bare(String series) {
        return series.strip().replaceAll("#+$", "");
    }
}
