package org.affogato.api.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.UploadedFile;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code upload_file}. */
record Upload(Arguments arguments) {
    private static final List<String> OPTIONS = List.of("optimize", "max_width", "max_height");

    @Nullable
    UploadedFile file() {
        return arguments.get("file") instanceof UploadedFile file ? file : null;
    }

    String text(String name) {
        Object value = arguments.get(name);
        return value == null ? "" : value.toString();
    }

    Optional<String> libraryFile() {
        return Optional.of(text("library_file_name")).filter(name -> !name.isEmpty());
    }

    String method() {
        return text("method");
    }

    /** Whether the server shall keep a copy of what a web address has, rather than the address alone. */
    boolean isToBeFetched() {
        return isOn(text("fetch"));
    }

    /** The File's values as far as the arguments say them. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("attached_to_doctype", given("doctype"));
        values.put("attached_to_name", given("docname"));
        values.put("attached_to_field", given("fieldname"));
        values.put("folder", text("folder").isEmpty() ? "Home" : text("folder"));
        values.put("file_name", given("file_name"));
        values.put("file_url", given("file_url"));
        values.put("is_private", isOn(text("is_private")) ? 1L : 0L);
        for (String option : OPTIONS) {
            if (!text(option).isEmpty()) {
                values.put(option, option.equals("optimize") ? flag(option) : text(option));
            }
        }
        return values;
    }

    private Object flag(String name) {
        return isOn(text(name)) ? 1L : 0L;
    }

    private @Nullable Object given(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    private static boolean isOn(String flag) {
        return !flag.isEmpty() && !flag.matches("(?i)0+|false|no|off|null|none|undefined");
    }
}
