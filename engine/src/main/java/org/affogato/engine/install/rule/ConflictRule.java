package org.affogato.engine.install.rule;

import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/**
 * Fieldnames that are methods of every document in Frappe: a site with such a field could not be taken back by it. Checked
 * when a definition changes and for Custom Fields, not when a DocType is new.
 */
public final class ConflictRule implements DefinitionRule {
    private static final Set<String> EXCEPTIONS =
            Set.of("Custom DocPerm", "DocPerm", "Custom Field", "Customize Form Field", "Web Form Field", "DocField");
    private static final Set<String> METHODS = Set.of(
            "add_comment",
            "add_seen",
            "add_tag",
            "add_viewed",
            "append",
            "apply_fieldlevel_read_permissions",
            "as_dict",
            "as_json",
            "cancel",
            "cast",
            "check_docstatus_transition",
            "check_if_latest",
            "check_no_back_links_exist",
            "check_permission",
            "clear_cache",
            "copy_attachments_from_amended_from",
            "db_insert",
            "db_set",
            "db_update",
            "db_update_all",
            "delete",
            "delete_key",
            "discard",
            "extend",
            "get",
            "get_assigned_users",
            "get_cached_doc",
            "get_cached_value",
            "get_db_value",
            "get_doc_before_save",
            "get_formatted",
            "get_if_missing",
            "get_invalid_links",
            "get_label_from_fieldname",
            "get_latest",
            "get_liked_by",
            "get_onload",
            "get_parentfield_of_doctype",
            "get_password",
            "get_permissions",
            "get_permlevel_access",
            "get_signature",
            "get_tags",
            "get_title",
            "get_url",
            "get_valid_columns",
            "get_valid_dict",
            "getone",
            "has_permission",
            "has_permlevel_access_to",
            "has_value_changed",
            "hook",
            "init_child_tables",
            "init_valid_columns",
            "insert",
            "is_child_table_same",
            "is_dummy_password",
            "is_locked",
            "is_new",
            "is_print_hide",
            "is_whitelisted",
            "load_doc_before_save",
            "load_from_db",
            "lock",
            "log_error",
            "notify_change",
            "notify_update",
            "queue_action",
            "raise_no_permission_to",
            "reload",
            "remove",
            "remove_tag",
            "rename",
            "reset_seen",
            "reset_values_if_no_permlevel_access",
            "round_floats_in",
            "run_before_save_methods",
            "run_method",
            "run_notifications",
            "run_post_save_methods",
            "run_trigger",
            "save",
            "save_version",
            "set",
            "set_docstatus",
            "set_fetch_from_value",
            "set_name_in_children",
            "set_new_name",
            "set_onload",
            "set_parent_in_children",
            "set_title_field",
            "set_user_and_timestamp",
            "show_unique_validation_message",
            "submit",
            "throw_length_exceeded_error",
            "unlock",
            "update",
            "update_child_table",
            "update_children",
            "update_if_missing",
            "update_modified",
            "update_single",
            "validate_amended_from",
            "validate_from_to_dates",
            "validate_higher_perm_levels",
            "validate_set_only_once",
            "validate_table_has_rows",
            "validate_update_after_submit",
            "validate_value",
            "validate_workflow");

    @Override
    public void apply(Document definition, Context context) {
        if (definition.isNew() || EXCEPTIONS.contains(definition.name())) {
            return;
        }
        for (Document field : definition.rows("fields")) {
            if (!Kinds.hasNoValue(Kinds.type(field))) {
                check(field.text("fieldname"), definition.name());
            }
        }
    }

    /**
     * @throws ValidationError where every document has a method of that name
     */
    public static void check(String fieldname, String doctype) {
        if (METHODS.contains(fieldname)) {
            throw new ValidationError(
                    "Fieldname '%s' in %s conflicts with a method of all documents".formatted(fieldname, doctype));
        }
    }
}
