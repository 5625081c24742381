package org.affogato.api.method.desk.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.affogato.api.method.desk.export.Durations;
import org.affogato.api.method.desk.export.TableFile;
import org.affogato.engine.query.ListedColumn;
import org.affogato.engine.query.RowSink;
import org.jspecify.annotations.Nullable;

/** Writes a list into a file: labels, numbered rows, and the sums of the columns where they are wanted. */
final class ExportedRows implements RowSink {
    private final TableFile table;
    private final String doctype;
    private final boolean totals;
    private List<ListedColumn> columns = List.of();
    private @Nullable Object[] sums = {};
    private long rows;

    ExportedRows(TableFile table, String doctype, boolean totals) {
        this.table = table;
        this.doctype = doctype;
        this.totals = totals;
    }

    @Override
    public void columns(List<ListedColumn> listed) {
        columns = listed;
        sums = new Object[listed.size()];
        List<@Nullable Object> labels = new ArrayList<>();
        labels.add("Sr");
        listed.forEach(column -> labels.add(label(column)));
        table.row(labels);
    }

    private String label(ListedColumn column) {
        boolean own = doctype.equals(column.doctype());
        if (own && column.fieldname().equals("name")) {
            return "ID";
        }
        String label = column.field() == null || column.field().label().isEmpty()
                ? titled(column.fieldname())
                : column.field().label();
        return own || column.doctype() == null ? label : label + " (" + column.doctype() + ")";
    }

    private static String titled(String fieldname) {
        return Arrays.stream(fieldname.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void row(List<@Nullable Object> values) {
        if (totals) {
            addUp(values);
        }
        write(values);
    }

    private void write(List<@Nullable Object> values) {
        List<@Nullable Object> cells = new ArrayList<>(values.size() + 1);
        cells.add(++rows);
        for (int i = 0; i < values.size(); i++) {
            cells.add(shown(columns.get(i), values.get(i)));
        }
        table.row(cells);
    }

    private void addUp(List<@Nullable Object> values) {
        for (int i = 0; i < sums.length; i++) {
            if (values.get(i) instanceof Number number) {
                sums[i] = sum(sums[i], number);
            }
        }
    }

    private static Number sum(@Nullable Object before, Number number) {
        Number known = before instanceof Number sum ? sum : 0L;
        if (known instanceof Long whole && number instanceof Long more) {
            return whole + more;
        }
        return known.doubleValue() + number.doubleValue();
    }

    private static @Nullable Object shown(ListedColumn column, @Nullable Object value) {
        boolean duration = column.field() != null && column.field().fieldtype().equals("Duration");
        return duration && value instanceof Number seconds
                ? Durations.text(seconds, column.field().is("hide_days"))
                : value;
    }

    /** Writes the sums below the last row. */
    void end() {
        if (!totals || rows == 0) {
            return;
        }
        if (sums[0] == null) {
            sums[0] = "Total";
        }
        write(Arrays.asList(sums));
    }
}
