package org.affogato.doctypes.frappe;

import java.util.List;
import org.affogato.engine.spi.TableIndex;

/** The indexes over several columns that the tables of an existing site have, under the names they have there. */
final class CoreIndexes {
    static final List<TableIndex> ALL = List.of(
            TableIndex.of(
                    "Activity Log", "reference_doctype_reference_name_index", "reference_doctype", "reference_name"),
            TableIndex.of("Activity Log", "timeline_doctype_timeline_name_index", "timeline_doctype", "timeline_name"),
            TableIndex.of("Comment", "reference_doctype_reference_name_index", "reference_doctype", "reference_name"),
            TableIndex.of(
                    "Communication", "reference_doctype_reference_name_index", "reference_doctype", "reference_name"),
            TableIndex.of("Communication", "status_communication_type_index", "status", "communication_type"),
            TableIndex.ofPrefix("Communication", "message_id_index", "message_id", 140),
            TableIndex.of("Communication Link", "link_doctype_link_name_index", "link_doctype", "link_name"),
            TableIndex.of("DefaultValue", "defaultvalue_parent_defkey_index", "parent", "defkey"),
            TableIndex.of("DefaultValue", "defaultvalue_parent_parenttype_index", "parent", "parenttype"),
            TableIndex.unique("Desktop Icon", "unique_module_name_owner_standard", "module_name", "owner", "standard"),
            TableIndex.of("DocShare", "user_share_doctype_index", "user", "share_doctype"),
            TableIndex.of("DocShare", "share_doctype_share_name_index", "share_doctype", "share_name"),
            TableIndex.of("DocType", "module_index", "module"),
            TableIndex.of("Dynamic Link", "link_doctype_link_name_index", "link_doctype", "link_name"),
            TableIndex.unique("Email Group Member", "unique_email_group_email", "email_group", "email"),
            TableIndex.of("Email Queue", "index_bulk_flush", "status", "send_after", "priority", "creation"),
            TableIndex.ofPrefix("Email Queue", "message_id_index", "message_id", 140),
            TableIndex.of("Email Queue Recipient", "modified_index", "modified"),
            TableIndex.of(
                    "File", "attached_to_doctype_attached_to_name_index", "attached_to_doctype", "attached_to_name"),
            TableIndex.of("Milestone", "reference_type_reference_name_index", "reference_type", "reference_name"),
            TableIndex.of("ToDo", "reference_type_reference_name_index", "reference_type", "reference_name"),
            TableIndex.of("Version", "ref_doctype_docname_index", "ref_doctype", "docname"),
            TableIndex.of(
                    "Workflow Action",
                    "reference_name_reference_doctype_status_index",
                    "reference_name",
                    "reference_doctype",
                    "status"));

    private CoreIndexes() {}
}
