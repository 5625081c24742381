package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.NotFound;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.DocumentController.DocumentMethod;
import org.jspecify.annotations.Nullable;

/** Methods of one document, its controller's and those that every document has. Frappe: {@code run_method}. */
@Singleton
public class DocumentMethods {
    /** What Frappe's documents also have, but let nobody call from outside: known, hence refused rather than missing. */
    private static final Set<String> CLOSED = Set.of("""
            insert save delete reload update
            set get getone append extend
            remove add_comment add_seen add_tag add_viewed
            as_dict as_json cast check_permission clear_cache
            db_get db_insert db_set db_update db_update_all
            delete_key get_all_children get_assigned_users get_db_value get_doc_before_save
            get_document_share_key get_formatted get_invalid_links get_latest get_liked_by
            get_onload get_password get_permissions get_signature get_tags
            get_title get_url get_valid_columns get_valid_dict get_value
            has_permission has_value_changed is_new is_whitelisted load_doc_before_save
            load_from_db lock log_error notify_update precision
            queue_action remove_tag reset_seen round_floats_in run_method
            run_notifications run_trigger save_version set_docstatus set_new_name
            set_onload set_parent_in_children set_title_field set_user_and_timestamp unlock
            update_child_table update_children update_if_missing update_modified update_single
            validate_from_to_dates validate_table_has_rows validate_update_after_submit validate_value validate_workflow
            check_if_latest check_if_locked check_no_back_links_exist check_docstatus_transition init_child_tables
            init_valid_columns is_dummy_password is_print_hide raise_no_permission_to apply_fieldlevel_read_permissions
            validate_higher_perm_levels validate_set_only_once set_fetch_from_value set_name_in_children run_before_save_methods
            run_post_save_methods reset_values_if_no_permlevel_access show_unique_validation_message throw_length_exceeded_error copy_attachments_from_amended_from
            deferred_insert hook in_format_data is_child_table_same get_field_name_by_key_name
            get_label_from_fieldname get_parentfield_of_doctype get_permlevel_access get_table_field_doctype has_permlevel_access_to
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
        return run(call, path, method.toString(), arguments, context);
    }

    @Nullable
    Object run(
            HttpCall call, ResourcePath path, String method, Map<String, @Nullable Object> arguments, Context context) {
        Document document = context.documents().get(path.doctype(), path.name());
        DocumentMethod found = find(document, method);
        Right needed = call.changes() ? Right.WRITE : Right.READ;
        context.permissions().check(needed, document);
        return found.call(document, arguments, context);
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
            case "submit" -> (target, arguments, context) -> context.documents().submit(target);
            case "cancel" -> (target, arguments, context) -> context.documents().cancel(target);
            case "rename" -> DocumentMethods::rename;
            default -> throw refusal(document, method);
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
