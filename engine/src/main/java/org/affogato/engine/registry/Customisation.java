package org.affogato.engine.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a site lays over a shipped definition, as rows of the tables that hold it.
 *
 * @param customFields rows of Custom Field whose {@code dt} is the DocType, by {@code idx}
 * @param propertySetters rows of Property Setter whose {@code doc_type} is the DocType
 * @param customRows rows that the site adds to {@code links}, {@code actions} and {@code states}, by table
 * @param customPermissions rows of Custom DocPerm whose {@code parent} is the DocType; one row replaces all shipped ones
 */
public record Customisation(
        List<Map<String, @Nullable Object>> customFields,
        List<Map<String, @Nullable Object>> propertySetters,
        Map<String, List<Map<String, @Nullable Object>>> customRows,
        List<Map<String, @Nullable Object>> customPermissions) {
    public static final Customisation NONE = new Customisation(List.of(), List.of(), Map.of(), List.of());
}
