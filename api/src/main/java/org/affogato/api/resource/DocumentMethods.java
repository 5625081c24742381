package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.FrappeTypeError;
import org.affogato.engine.error.NotFound;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.DocumentController.DocumentMethod;
import org.jspecify.annotations.Nullable;

/** Methods of one document, its controller's and those that every document has. Frappe: {@code run_method}. */
@Singleton
public class DocumentMethods {
    /** What Frappe's documents also have, but let nobody call from outside: known, hence refused rather than missing. */
    private static final Set<String> CLOSED = Set.of("""
            add_comment add_seen add_tag add_viewed append apply_fieldlevel_read_permissions as_dict as_json cast
            check_docstatus_transition check_if_latest check_if_locked check_no_back_links_exist check_permission
            clear_cache copy_attachments_from_amended_from db_get db_insert db_set db_update db_update_all
            deferred_insert delete delete_key extend get get_all_children get_assigned_users get_db_value
            get_doc_before_save get_document_share_key get_field_name_by_key_name get_formatted get_invalid_links
            get_label_from_fieldname get_latest get_liked_by get_onload get_parentfield_of_doctype get_password
            get_permissions get_permlevel_access get_signature get_table_field_doctype get_tags get_title get_url
            get_valid_columns get_valid_dict get_value getone has_permission has_permlevel_access_to
            has_value_changed hook in_format_data init_child_tables init_valid_columns insert is_child_table_same
            is_dummy_password is_new is_print_hide is_whitelisted load_doc_before_save load_from_db lock log_error
            notify_update precision queue_action raise_no_permission_to reload remove remove_tag reset_seen
            reset_values_if_no_permlevel_access round_floats_in run_before_save_methods run_method run_notifications
            run_post_save_methods run_trigger save save_version set set_docstatus set_fetch_from_value
            set_name_in_children set_new_name set_onload set_parent_in_children set_title_field
            set_user_and_timestamp show_unique_validation_message throw_length_exceeded_error unlock update
            update_child_table update_children update_if_missing update_modified update_single
            validate_from_to_dates validate_higher_perm_levels validate_set_only_once validate_table_has_rows
            validate_update_after_submit validate_value validate_workflow
            """.strip().split("\\s+"));

    private final Engine engine;

    public DocumentMethods(Engine engine) {
        this.engine = engine;
    }

    @Nullable
    Object run(HttpCall call, ResourcePath path, Context context) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(call.arguments());
        Object method = arguments.remove("run_method");
        if (method == null) {
            throw new ValidationError("A POST to a document names the method in run_method");
        }
        Document document = context.documents().get(path.doctype(), path.name());
        DocumentMethod found = find(document, method.toString());
        check(needed(call), document, context);
        return found.call(document, arguments, context);
    }

    /** Says why, and then that. */
    private static void check(Right needed, Document document, Context context) {
        try {
            context.permissions().check(needed, document);
        } catch (PermissionError refused) {
            context.answer().message(new Answer.Message(String.valueOf(refused.getMessage()), Map.of()));
            throw new PermissionError("Not permitted");
        }
    }

    @Nullable
    Object run(
            HttpCall call, ResourcePath path, String method, Map<String, @Nullable Object> arguments, Context context) {
        Document document = context.documents().get(path.doctype(), path.name());
        DocumentMethod found = find(document, method);
        context.permissions().check(needed(call), document);
        return found.call(document, arguments, context);
    }

    private static Right needed(HttpCall call) {
        if (call.sentVerb().equals("HEAD")) {
            throw new PermissionError("Not permitted");
        }
        return call.changes() ? Right.WRITE : Right.READ;
    }

    /**
     * @throws NotFound where the document has no such method
     * @throws PermissionError where it has, but not for callers
     */
    public DocumentMethod find(Document document, String method) {
        DocumentMethod own =
                engine.controllers().of(document.doctype()).methods().get(method);
        if (own != null) {
            return own;
        }
        return switch (method) {
            case "submit" -> plain((target, context) -> context.documents().submit(target));
            case "cancel" -> plain((target, context) -> context.documents().cancel(target));
            case "rename" -> DocumentMethods::rename;
            default -> throw refusal(document, method);
        };
    }

    /** A method that takes no arguments. */
    private static DocumentMethod plain(BiFunction<Document, Context, Document> method) {
        return (document, arguments, context) -> {
            if (!arguments.isEmpty()) {
                throw new FrappeTypeError("Unexpected arguments: " + String.join(", ", arguments.keySet()));
            }
            return method.apply(document, context);
        };
    }

    private static RuntimeException refusal(Document document, String method) {
        if (CLOSED.contains(method) || isHook(document, method)) {
            return new PermissionError("The method " + method + " is not whitelisted").titled("Method Not Allowed");
        }
        return new NotFound("Method " + method + " not found");
    }

    /** A custom DocType has no controller, hence no hook methods either. */
    private static boolean isHook(Document document, String method) {
        return !document.meta().isCustom()
                && Stream.of(DocEvent.values())
                        .anyMatch(event -> event.wireName().equals(method));
    }

    /** Renames the document, which then shows what is stored under the new name. */
    private static @Nullable Object rename(
            Document document, Map<String, @Nullable Object> arguments, Context context) {
        Object name = arguments.get("name");
        if (name == null) {
            throw new ValidationError("rename needs a name");
        }
        boolean merge = List.of("1", "true").contains(String.valueOf(arguments.get("merge")));
        String renamed = context.documents().rename(document.doctype(), document.name(), name.toString(), merge);
        Document stored = context.documents().get(document.doctype(), renamed);
        stored.values().forEach(document::set);
        document.meta()
                .tableFields()
                .forEach(table -> document.setRows(table.fieldname(), stored.rows(table.fieldname())));
        return null;
    }
}
