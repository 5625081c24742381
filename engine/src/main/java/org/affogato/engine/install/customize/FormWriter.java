package org.affogato.engine.install.customize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.customize.Setters.Wanted;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/**
 * Turns what Customize Form shows into Property Setters and Custom Fields. What the form leaves out stays as it is, but
 * a Custom Field that a given list of fields lacks goes. Frappe: {@code save_customization}.
 */
final class FormWriter {
    private static final String NUMBERS = "autoincrement";

    private final Document form;
    private final String doctype;
    private final Context context;
    private final Meta before;
    private final Document shipped;
    private final Setters setters;
    private final boolean givesFields;

    FormWriter(Document form, Context context) {
        this.form = form;
        this.doctype = form.text("doc_type");
        this.context = context;
        this.before = new FormReader(context).customisable(doctype);
        this.shipped = context.documents().get("DocType", doctype);
        this.setters = new Setters(doctype, context);
        this.givesFields = form.has("fields");
    }

    void write() {
        prepareNaming();
        List<FieldChange> standard = fieldChanges(false);
        List<FieldChange> own = fieldChanges(true);
        standard.forEach(change -> change.checkFits(doctype, context));
        own.forEach(change -> change.checkFits(doctype, context));
        writeForm();
        standard.forEach(this::writeStandard);
        for (Part part : Part.values()) {
            if (form.has(part.fieldname())) {
                new PartWriter(part, before, shipped, setters, context).write(form.rows(part.fieldname()));
            }
        }
        if (givesFields) {
            new OwnFields(doctype, before, context).write(form.rows("fields"), own);
            writeOrder();
        }
        if (form.has("label")) {
            new TitleTranslation(doctype, context).set(form.text("label"));
        }
    }

    /** Names from a field make that one unique; numbers that the database counts come with the table. */
    private void prepareNaming() {
        if (!form.has("autoname")) {
            return;
        }
        String autoname = form.text("autoname");
        if (autoname.equals(NUMBERS) != before.isAutoincrement()) {
            throw new ValidationError("Naming cannot be changed to or from autoincrement in Customize Form");
        }
        if (autoname.startsWith("field:")) {
            String fieldname = autoname.substring("field:".length());
            form.rows("fields").stream()
                    .filter(row -> row.text("fieldname").equals(fieldname))
                    .forEach(row -> row.set("unique", 1L));
        }
    }

    /** The given fields that are there, those of the site or the others. */
    private List<FieldChange> fieldChanges(boolean own) {
        List<FieldChange> changes = new ArrayList<>();
        for (Document row : form.rows("fields")) {
            DocField now = before.field(row.text("fieldname"));
            if (now != null && OwnFields.isOwn(now) == own) {
                changes.add(new FieldChange(row, now, shippedField(now)));
            }
        }
        return changes;
    }

    private Document shippedField(DocField field) {
        return shipped.rows("fields").stream()
                .filter(row -> row.text("fieldname").equals(field.fieldname()))
                .findFirst()
                .orElseGet(() -> Document.fresh(context.meta("DocField")));
    }

    private void writeForm() {
        Properties.FORM.forEach((property, type) -> {
            Object value = form.get(property);
            if (form.has(property)
                    && !Properties.same(type, value, before.attributes().get(property))) {
                setters.ofForm(new Wanted(property, type, value, shipped.get(property)));
            }
        });
    }

    private void writeStandard(FieldChange change) {
        for (Map.Entry<String, String> property : change.changed().entrySet()) {
            String name = property.getKey();
            if (change.allows(name, context)) {
                setters.ofField(
                        change.now().fieldname(),
                        new Wanted(
                                name,
                                property.getValue(),
                                change.row().get(name),
                                change.shipped().get(name)));
            }
        }
    }

    /** The order is kept once it differs from that of the DocType itself. */
    private void writeOrder() {
        List<String> wanted = fieldnames(form);
        String kept = before.attributes().text("field_order", "");
        if (wanted.equals(fieldnames(shipped))) {
            if (!kept.isEmpty()) {
                setters.remove("field_order");
            }
            return;
        }
        ArrayNode order = JsonNodeFactory.instance.arrayNode();
        wanted.forEach(order::add);
        setters.ofForm(new Wanted("field_order", "Data", order.toString(), null));
    }

    private static List<String> fieldnames(Document definition) {
        return definition.rows("fields").stream()
                .map(row -> row.text("fieldname"))
                .filter(fieldname -> !fieldname.isEmpty())
                .toList();
    }
}
