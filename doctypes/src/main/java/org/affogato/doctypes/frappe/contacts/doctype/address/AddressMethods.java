package org.affogato.doctypes.frappe.contacts.doctype.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.doctypes.frappe.contacts.DynamicLinks;
import org.affogato.doctypes.frappe.contacts.Found;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.contacts.doctype.address.address}. */
public final class AddressMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.contacts.doctype.address.address.";
    private static final Set<String> PREFERENCES = Set.of("is_primary_address", "is_shipping_address");

    /** The Address of a document that is preferred, else any; of those that the caller may read. */
    @Whitelisted(MODULE + "get_default_address")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object getDefaultAddress(
            Context context,
            String doctype,
            @Nullable String name,
            @Argument(otherwise = "is_primary_address") String sortKey) {
        if (name == null
                || !PREFERENCES.contains(sortKey)
                || !context.permissions().has(Right.READ, "Address")) {
            return null;
        }
        List<Object> filters = DynamicLinks.filters(doctype, name);
        filters.add(List.of("disabled", "=", 0L));
        ListRequest request = ListRequest.visible("Address", List.of("name"), filters)
                .orderedBy(sortKey + " desc")
                .limited(1);
        return context.documents().list(request).stream()
                .findFirst()
                .map(row -> row.get("name"))
                .orElse(null);
    }

    /** Rows of a Link field: the Addresses of a document, with city and country. */
    @Whitelisted(MODULE + "address_query")
    @Requires(right = "read", doctype = "Address")
    public List<List<@Nullable Object>> addressQuery(
            Context context,
            @Argument(otherwise = "") String txt,
            @Argument(otherwise = "") String searchfield,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long pageLen,
            Map<String, @Nullable Object> filters) {
        Meta meta = context.meta("Address");
        filters.keySet().removeIf(field -> !field.startsWith("link_") && !meta.isColumn(field));
        List<Object> conditions = Found.filters(filters);
        conditions.add(List.of("disabled", "=", 0L));
        Set<String> searched = new LinkedHashSet<>(meta.searchFields());
        searched.add("name");
        searched.add(searchfield);
        searched.removeIf(field -> !meta.isColumn(field));
        List<Object> any = new ArrayList<>();
        searched.forEach(field -> any.add(List.of(field, "like", "%" + txt + "%")));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(context.documents()
                .list(ListRequest.all("Address", List.of("name", "city", "country", "idx"), conditions)
                        .or(any)
                        .orderedBy("name asc")
                        .asCaller()));
        String typed = txt.replace("%", "");
        rows.sort(Comparator.comparingInt((Map<String, @Nullable Object> row) -> Found.at(typed, row.get("name")))
                .thenComparing(Found::mostUsedFirst));
        return Found.page(
                rows, start, pageLen, row -> Arrays.asList(row.get("name"), row.get("city"), row.get("country")));
    }
}
