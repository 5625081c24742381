package org.affogato.doctypes.frappe.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/**
 * A contact or an address that belongs to a customer, supplier, company or sales partner is for those who may read such
 * a one. Frappe: {@code address_and_contact.py}.
 */
public final class PartyLinks {
    private static final Set<String> PARTIES = Set.of("Customer", "Supplier", "Company", "Sales Partner");

    private final Context context;
    private final List<DocField> open = new ArrayList<>();
    private final List<DocField> closed = new ArrayList<>();

    public PartyLinks(String doctype, Context context) {
        this.context = context;
        for (DocField field : context.meta(doctype).linkFields()) {
            String party = field.options();
            if (party != null && PARTIES.contains(party) && context.hasDoctype(party)) {
                (context.permissions().has(Right.READ, party) ? open : closed).add(field);
            }
        }
    }

    /** Those of parties that the caller may read; with none of these, those of no party. */
    public Optional<Condition> condition() {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        List<Condition> parts = new ArrayList<>();
        if (open.isEmpty()) {
            closed.forEach(field -> parts.add(new Condition.Empty(field.fieldname())));
            return Optional.of(new Condition.And(parts));
        }
        open.forEach(field -> parts.add(Condition.not(new Condition.Empty(field.fieldname()))));
        return Optional.of(new Condition.Or(parts));
    }

    /** Whether one of the parties gives the right, or there is none. */
    public boolean allow(Document document, Right right) {
        if (closed.isEmpty()) {
            return true;
        }
        boolean linked = false;
        for (List<DocField> fields : List.of(open, closed)) {
            for (DocField field : fields) {
                String name = document.text(field.fieldname());
                if (!name.isEmpty() && gives(right, field, name)) {
                    return true;
                }
                linked |= !name.isEmpty();
            }
        }
        return !linked;
    }

    private boolean gives(Right right, DocField field, String name) {
        String party = String.valueOf(field.options());
        return context.documents()
                .find(party, name)
                .filter(document -> context.permissions().has(right, document))
                .isPresent();
    }
}
