package org.affogato.api.method.desk.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a search asks for, in the words of the wire. */
record SearchCall(
        String doctype,
        String txt,
        String searchfield,
        @Nullable Object filters,
        long start,
        long pageLength,
        boolean asDict,
        @Nullable String referenceDoctype) {
    /** The arguments of a method that searches in place of the usual search. */
    Map<String, @Nullable Object> arguments() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("doctype", doctype);
        arguments.put("txt", txt);
        arguments.put("searchfield", searchfield.isEmpty() ? "name" : searchfield);
        arguments.put("start", start);
        arguments.put("page_len", pageLength);
        arguments.put("filters", filters);
        arguments.put("as_dict", asDict);
        arguments.put("reference_doctype", referenceDoctype);
        return arguments;
    }
}
