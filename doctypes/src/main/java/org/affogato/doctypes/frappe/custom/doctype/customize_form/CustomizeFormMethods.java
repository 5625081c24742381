package org.affogato.doctypes.frappe.custom.doctype.customize_form;

import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.custom.doctype.customize_form.customize_form}. */
public final class CustomizeFormMethods implements WhitelistedMethods {
    /** The filters of a Link as the DocType ships them. */
    @Whitelisted("frappe.custom.doctype.customize_form.customize_form.get_link_filters_from_doc_without_customisations")
    @Requires(role = "System Manager")
    public @Nullable Object getLinkFilters(Context context, String doctype, String fieldname) {
        return context.documents().get("DocType", doctype).rows("fields").stream()
                .filter(field -> field.text("fieldname").equals(fieldname))
                .findFirst()
                .orElseThrow(() -> new DoesNotExistError("%s has no field %s".formatted(doctype, fieldname)))
                .get("link_filters");
    }
}
