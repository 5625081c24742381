package org.affogato.engine.install.customize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.install.customize.Setters.Wanted;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** One table of a form: the DocType's own rows get Property Setters, the others are rows of the site. */
final class PartWriter {
    private final Part part;
    private final Meta before;
    private final Document shipped;
    private final Setters setters;
    private final Context context;

    PartWriter(Part part, Meta before, Document shipped, Setters setters, Context context) {
        this.part = part;
        this.before = before;
        this.shipped = shipped;
        this.setters = setters;
        this.context = context.with(context.flags().ignoringPermissions());
    }

    void write(List<Document> rows) {
        List<String> order = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (Document row : rows) {
            Optional<Document> original = original(row);
            if (original.isPresent()) {
                overlay(row, original.get());
                order.add(row.name());
            } else {
                String name = keep(row, order.size());
                order.add(name);
                own.add(name);
            }
        }
        removeOthers(own);
        writeOrder(order, own);
    }

    private Optional<Document> original(Document row) {
        return shipped.rows(part.fieldname()).stream()
                .filter(candidate -> candidate.name().equals(row.name()))
                .findFirst();
    }

    private Optional<Attributes> inForce(Document row) {
        return before.part(part.fieldname()).stream()
                .filter(candidate -> candidate.text("name", "").equals(row.name()))
                .findFirst();
    }

    private void overlay(Document row, Document original) {
        Optional<Attributes> now = inForce(row);
        part.properties().forEach((property, type) -> {
            Object value = row.get(property);
            boolean changes = row.has(property)
                    && !Properties.same(
                            type, value, now.map(known -> known.get(property)).orElse(null));
            if (changes) {
                setters.ofRow(part.rowDoctype(), row.name(), new Wanted(property, type, value, original.get(property)));
            }
        });
    }

    /** Writes a row of the site; answers its name. It belongs to the DocType, though no row of its definition. */
    private String keep(Document row, long idx) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        part.properties().keySet().stream()
                .filter(row::has)
                .forEach(property -> values.put(property, row.get(property)));
        values.put("idx", idx);
        if (inForce(row).isPresent()) {
            Document stored = context.documents().get(part.rowDoctype(), row.name());
            context.documents().setValues(stored, values, true);
            return stored.name();
        }
        values.put("custom", 1L);
        values.put("parent", before.name());
        values.put("parenttype", "Customize Form");
        values.put("parentfield", part.fieldname());
        Document added = context.documents().create(part.rowDoctype(), values);
        return context.documents().insert(added).name();
    }

    private void removeOthers(List<String> kept) {
        String sql = "DELETE FROM {%s} WHERE name = ?".formatted(part.rowDoctype());
        before.part(part.fieldname()).stream()
                .filter(row -> row.check("custom") && !kept.contains(row.text("name", "")))
                .filter(row -> !row.text("parenttype", "").equals("DocType"))
                .forEach(row -> context.database().execute(sql, row.get("name")));
    }

    /** With rows of the site among them the order is kept; else it is the DocType's. */
    private void writeOrder(List<String> order, List<String> own) {
        String property = part.fieldname() + "_order";
        if (own.isEmpty()) {
            setters.remove(property);
            return;
        }
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        order.forEach(names::add);
        setters.ofForm(new Wanted(property, "Small Text", names.toString(), null));
    }
}
