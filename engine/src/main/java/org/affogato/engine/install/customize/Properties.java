package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.affogato.engine.meta.Attributes;
import org.jspecify.annotations.Nullable;

/** What can be customised, by name with the type that a Property Setter keeps it as. */
final class Properties {
    /** Of the DocType. */
    static final Map<String, String> FORM = read("""
            Data: search_fields title_field image_field sort_field sort_order default_print_format
            Check: allow_copy istable quick_entry queue_in_background editable_grid
            Int: max_attachments
            Check: make_attachments_public track_changes track_views allow_auto_repeat allow_import show_preview_popup
            Data: default_email_template
            Check: email_append_to
            Data: subject_field sender_field naming_rule autoname
            Check: show_title_field_in_link is_calendar_and_gantt
            Select: default_view
            Check: force_re_route_to_default_view translated_doctype
            """);

    /** Of a field. */
    static final Map<String, String> FIELD = read("""
            Data: label
            Select: fieldtype
            Text: options
            Check: sort_options
            Small_Text: fetch_from
            Check: fetch_if_empty show_dashboard
            Int: permlevel
            Data: width print_width
            Check: non_negative reqd unique ignore_user_permissions in_list_view in_standard_filter in_global_search
            Check: in_preview bold no_copy ignore_xss_filter hidden collapsible
            Data: collapsible_depends_on
            Check: print_hide print_hide_if_no_value report_hide allow_on_submit translatable
            Data: mandatory_depends_on read_only_depends_on depends_on
            Text: description default
            Select: precision
            Check: read_only
            Int: length columns
            Check: remember_last_selected_value allow_bulk_edit
            Link: auto_repeat
            Check: allow_in_quick_entry hide_border hide_days hide_seconds is_virtual
            JSON: link_filters
            """);

    private Properties() {}

    /** Lines of a type and the properties that have it. */
    static Map<String, String> read(String lines) {
        Map<String, String> types = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String type = line.substring(0, colon).strip().replace('_', ' ');
            for (String property : line.substring(colon + 1).strip().split("\\s+")) {
                types.put(property, type);
            }
        });
        return types;
    }

    /** A property as Customize Form shows it. */
    static @Nullable Object of(Attributes attributes, String property, String type) {
        return isNumber(type) ? (Object) (long) attributes.integer(property) : attributes.get(property);
    }

    /** Whether two values of a property mean the same: nothing and an empty text do, nothing and 0 as well. */
    static boolean same(String type, @Nullable Object one, @Nullable Object other) {
        return Objects.equals(normal(type, one), normal(type, other));
    }

    private static Object normal(String type, @Nullable Object value) {
        Map<String, @Nullable Object> only = new LinkedHashMap<>();
        only.put(type, value);
        Attributes attributes = Attributes.copyOf(only);
        return isNumber(type) ? (Object) attributes.integer(type) : attributes.text(type, "");
    }

    private static boolean isNumber(String type) {
        return type.equals("Check") || type.equals("Int");
    }
}
