package org.affogato.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.junit.jupiter.api.Test;

/** Who may call what without a right of his own is decided here, method by method, with the reason. */
@QuarkusTest
class WhitelistedMethodsTest {
    private static final Map<String, String> OPEN = new LinkedHashMap<>();
    private static final String PREPARED = "frappe.core.doctype.prepared_report.prepared_report.";

    static {
        OPEN.put("ping", "tells only that the server answers");
        OPEN.put("frappe.client.get_time_zone", "one setting that shows in every datetime");
        OPEN.put("frappe.core.doctype.user.user.update_password", "proves itself by a reset key or the old password");
        OPEN.put(
                "frappe.core.doctype.user.user.reset_password",
                "mails a link to the user; the same answer for all, bounded");
        OPEN.put("frappe.core.doctype.user.user.test_password_strength", "rates what the caller sends, bounded");
        OPEN.put("frappe.core.doctype.user.user.sign_up", "off by default; makes a Website User, bounded");
        OPEN.put("frappe.www.login.send_login_link", "mails a link to the user; the same answer for all, bounded");
        OPEN.put("frappe.www.login.login_via_key", "proves itself by the mailed key");
        OPEN.put("frappe.www.login.login_via_token", "answers that there is none");
        OPEN.put("web_logout", "ends the caller's own session");
        OPEN.put("frappe.handler.logout", "ends the caller's own session");
        OPEN.put("frappe.twofactor.reset_otp_secret", "own one; others' for System Managers");
        OPEN.put("affogato.sessions.list", "own ones; others' for System Managers");
        OPEN.put("affogato.sessions.end", "own ones; others' for System Managers");
        OPEN.put("affogato.sessions.end_all", "own ones; others' for System Managers");
        OPEN.put("frappe.integrations.oauth2.authorize", "asks the user of the session; visitors log in first");
        OPEN.put("frappe.integrations.oauth2.approve", "needs the session and the ticket of the page that asked");
        OPEN.put("frappe.integrations.oauth2.get_token", "proves itself by code, refresh token or password");
        OPEN.put("frappe.integrations.oauth2.revoke_token", "proves itself by the token");
        OPEN.put("frappe.integrations.oauth2.introspect_token", "proves itself by the token");
        OPEN.put("frappe.integrations.oauth2.register_client", "off by default; its clients ask users with a warning");
        OPEN.put("frappe.integrations.oauth2.openid_configuration", "addresses, the same for all");
        OPEN.put("frappe.core.doctype.user.user.get_roles", "own roles; others' where the caller may read the user");
        OPEN.put("frappe.core.doctype.user.user.get_timezones", "the same everywhere");
        OPEN.put("frappe.core.doctype.user.user.has_email_account", "lists what the caller may see");
        OPEN.put("frappe.core.doctype.user.user.get_email_awaiting", "own ones; others' where the caller may write");
        OPEN.put("frappe.client.get", "checks read on the document it answers");
        OPEN.put("frappe.client.get_list", "lists what the caller may see");
        OPEN.put("frappe.client.get_count", "asks for the right to list");
        OPEN.put("frappe.client.get_value", "checks read on the DocType");
        OPEN.put("frappe.client.get_single_value", "checks read on the Single");
        OPEN.put("frappe.client.insert", "the lifecycle checks create");
        OPEN.put("frappe.client.insert_many", "the lifecycle checks create");
        OPEN.put("frappe.client.save", "the lifecycle checks write");
        OPEN.put("frappe.client.submit", "the lifecycle checks submit");
        OPEN.put("frappe.client.cancel", "the lifecycle checks cancel");
        OPEN.put("frappe.client.delete", "the lifecycle checks delete");
        OPEN.put("frappe.client.rename_doc", "the lifecycle checks write");
        OPEN.put("frappe.client.set_value", "the lifecycle checks write");
        OPEN.put("frappe.client.bulk_update", "the lifecycle checks write, document by document");
        OPEN.put("frappe.client.validate_link", "checks select or read on the DocType");
        OPEN.put("frappe.client.is_document_amended", "checks read on the DocType");
        OPEN.put("frappe.client.has_permission", "tells the caller's own rights");
        OPEN.put("frappe.client.get_doc_permissions", "tells the caller's own rights");
        OPEN.put(PREPARED + "make_prepared_report", "as query_report.run");
        OPEN.put(PREPARED + "delete_prepared_reports", "own ones, and those that the caller may delete");
        OPEN.put(PREPARED + "download_attachment", "own ones, and those that the caller may read");
        OPEN.put("frappe.desk.desktop.get_workspace_sidebar_items", "lists the workspaces that the caller may open");
        OPEN.put("frappe.desk.desktop.get_desktop_page", "checks that the caller may open the workspace");
        OPEN.put("frappe.desk.doctype.tag.tag.add_tags", "checks write, document by document");
        OPEN.put("frappe.desk.doctype.tag.tag.get_documents_for_tag", "lists what the caller may read");
        OPEN.put("frappe.desk.form.assign_to.add", "checks read on the document; sharing it needs share");
        OPEN.put("frappe.desk.form.assign_to.add_multiple", "as assign_to.add, document by document");
        OPEN.put("frappe.desk.form.assign_to.remove", "checks read on the document");
        OPEN.put("frappe.desk.form.assign_to.remove_multiple", "checks read on each document");
        OPEN.put("frappe.desk.form.assign_to.close", "the caller's own assignment, on a document they may read");
        OPEN.put("frappe.desk.form.utils.add_comment", "checks read on the document");
        OPEN.put("frappe.desk.form.utils.update_comment", "the caller's own comment, on a document they may read");
        OPEN.put("frappe.desk.form.utils.remove_attach", "the lifecycle checks delete");
        OPEN.put("frappe.desk.form.linked_with.get", "checks read on the document; lists what the caller may read");
        OPEN.put("frappe.desk.form.linked_with.get_linked_doctypes", "definitions are what every form is drawn from");
        OPEN.put("frappe.desk.form.linked_with.get_submitted_linked_docs", "as linked_with.get");
        OPEN.put("frappe.desk.form.linked_with.cancel_all_linked_docs", "the lifecycle checks cancel, each document");
        OPEN.put("frappe.desk.link_preview.get_preview_data", "lists what the caller may see");
        OPEN.put("frappe.desk.listview.get_list_settings", "how a list looks for all is no secret");
        OPEN.put("frappe.desk.listview.set_list_settings", "the lifecycle checks write on List View Settings");
        OPEN.put("frappe.desk.listview.get_group_by_count", "counts what the caller may see");
        OPEN.put(
                "frappe.desk.notifications.get_open_count",
                "checks read on the document; counts what the caller may see");
        OPEN.put("frappe.model.mapper.make_mapped_doc", "the mapper declares what it needs");
        OPEN.put("frappe.model.mapper.map_docs", "the mapper declares what it needs");
        OPEN.put(
                "frappe.core.doctype.communication.email.make",
                "checks email on the document, or that it is a desk user");
        OPEN.put("frappe.desk.form.load.getdoc", "checks read on the document it answers");
        OPEN.put("frappe.desk.form.load.getdoctype", "definitions are what every form is drawn from");
        OPEN.put("frappe.desk.form.load.get_docinfo", "checks read on the document");
        OPEN.put("frappe.desk.form.load.get_communications", "checks read on the document");
        OPEN.put("frappe.desk.form.save.savedocs", "the lifecycle checks create, write, submit or cancel");
        OPEN.put("frappe.desk.form.save.cancel", "the lifecycle checks cancel");
        OPEN.put("frappe.desk.form.utils.get_next", "checks read on the document, lists what the caller may see");
        OPEN.put("frappe.model.rename_doc.update_document_title", "checks write on the document");
        OPEN.put("frappe.desk.reportview.get", "lists what the caller may see");
        OPEN.put("frappe.desk.reportview.get_list", "lists what the caller may see");
        OPEN.put("frappe.desk.reportview.get_count", "counts what the caller may see");
        OPEN.put("frappe.desk.reportview.get_stats", "counts what the caller may see");
        OPEN.put("frappe.desk.reportview.get_sidebar_stats", "counts what the caller may see");
        OPEN.put("frappe.desk.reportview.export_query", "checks export on the DocType; lists what the caller may see");
        OPEN.put("frappe.desk.reportview.delete_items", "the lifecycle checks delete, document by document");
        OPEN.put("frappe.desk.reportview.save_report", "checks report on the DocType, write on another's report");
        OPEN.put("frappe.desk.query_report.run", "checks the report's roles and report on its DocType");
        OPEN.put("frappe.desk.query_report.get_script", "as query_report.run");
        OPEN.put("frappe.desk.query_report.export_query", "as query_report.run, and export on the DocType");
        OPEN.put("frappe.desk.query_report.save_report", "as query_report.run; the controller checks who writes code");
        OPEN.put("frappe.desk.query_report.get_data_for_custom_field", "lists what the caller may see");
        OPEN.put("frappe.desk.doctype.dashboard.dashboard.get_permitted_charts", "checks read on each chart");
        OPEN.put("frappe.desk.doctype.dashboard.dashboard.get_permitted_cards", "checks read on each card");
        String charts = "frappe.desk.doctype.dashboard_chart.dashboard_chart.";
        OPEN.put(charts + "get", "counts what the caller may see");
        OPEN.put(charts + "add_chart_to_dashboard", "the lifecycle checks write");
        OPEN.put(charts + "get_charts_for_user", "lists what the caller may see");
        OPEN.put(charts + "get_parent_doctypes", "definitions are what every form is drawn from");
        String cards = "frappe.desk.doctype.number_card.number_card.";
        OPEN.put(cards + "get_result", "counts what the caller may see");
        OPEN.put(cards + "get_percentage_difference", "counts what the caller may see");
        OPEN.put(cards + "add_card_to_dashboard", "the lifecycle checks write");
        OPEN.put(cards + "get_cards_for_user", "the caller's own cards and the public ones");
        OPEN.put("frappe.desk.reportview.delete_report", "checks delete on another's report");
        OPEN.put(
                "frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs",
                "the lifecycle checks the right, document by document");
        OPEN.put("frappe.desk.treeview.get_children", "lists what the caller may see");
        OPEN.put("frappe.desk.treeview.get_all_nodes", "lists what the caller may see, or what another method answers");
        OPEN.put("frappe.desk.treeview.add_node", "the lifecycle checks create");
        OPEN.put("frappe.desk.gantt.update_task", "the lifecycle checks write");
        OPEN.put("frappe.desk.doctype.event.event.get_events", "lists what the caller may see");
        OPEN.put(
                "frappe.desk.doctype.event.event.delete_communication",
                "lists what the caller may see; the lifecycle checks delete");
        OPEN.put(
                "frappe.desk.doctype.list_view_settings.list_view_settings.save_listview_settings",
                "the lifecycle checks write on List View Settings and Property Setter");
        OPEN.put(
                "frappe.desk.doctype.list_view_settings.list_view_settings.get_default_listview_fields",
                "definitions are what every form is drawn from");
        OPEN.put("frappe.desk.reportview.get_filter_dashboard_data", "counts what the caller may see");
        OPEN.put("frappe.rename_doc", "the lifecycle checks write");
        OPEN.put("frappe.contacts.doctype.contact.contact.address_query", "lists what the caller may see");
        OPEN.put("frappe.contacts.doctype.address.address.get_default_address", "lists what the caller may see");
        OPEN.put(
                "frappe.contacts.address_and_contact.filter_dynamic_link_doctypes",
                "definitions are what every form is drawn from; names DocTypes that the caller may read");
        OPEN.put("frappe.utils.global_search.search", "finds what the caller may read");
        OPEN.put("frappe.utils.global_search.web_search", "finds pages that are published");
        OPEN.put("frappe.translate.get_all_languages", "names of languages");
        OPEN.put("frappe.realtime.can_subscribe_doc", "checks read on the document");
        OPEN.put("frappe.realtime.can_subscribe_doctype", "checks read on the DocType");
        OPEN.put("frappe.realtime.get_user_info", "tells the caller who they are");
        OPEN.put("frappe.desk.calendar.get_events", "lists what the caller may see");
        OPEN.put("frappe.desk.calendar.update_event", "the lifecycle checks write");
        OPEN.put("frappe.desk.search.search_link", "lists what the caller may select");
        OPEN.put("frappe.desk.search.search_widget", "lists what the caller may select");
        OPEN.put("frappe.desk.search.get_link_title", "answers titles of what the caller may see");
        OPEN.put("frappe.desk.search.get_names_for_mentions", "lists users the caller may select");
        OPEN.put("uploadfile", "asks for write on the document; the lifecycle checks create on File");
        OPEN.put("upload_file", "asks for write on the document; Guests only where System Settings let them");
        OPEN.put(
                "frappe.handler.download_file", "opens public files, and private ones that a File opens to the caller");
        OPEN.put("frappe.core.api.file.get_max_file_size", "one number that forms need before an upload");
        OPEN.put("frappe.core.api.file.zip_files", "leaves out what the caller may not read");
        OPEN.put("frappe.core.api.file.move_file", "the lifecycle checks write on each file");
        OPEN.put("frappe.share.get_users", "checks read on the document");
        OPEN.put("run_doc_method", "checks read on the document; the method checks what it writes");
        OPEN.put("ai_assistant.api.analytics.get_user_summary", "answers own figures; others' to managers");
        OPEN.put("ai_assistant.api.analytics.get_code_metrics", "answers own figures; others' to managers");
    }

    @Inject
    Engine engine;

    @Test
    void methodsOpenToGuestsOrAnyUserAreReviewed() {
        assertThat(OPEN.keySet()).containsAll(openMethods().keySet());
        OPEN.values().forEach(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void whatIsReviewedIsStillThere() {
        assertThat(openMethods().keySet()).containsAll(OPEN.keySet());
    }

    private Map<String, WhitelistedMethod> openMethods() {
        Map<String, WhitelistedMethod> open = new LinkedHashMap<>();
        for (WhitelistedMethod method : engine.methods().all().values()) {
            Requires requires = method.requires();
            if (requires.access() == Access.GUEST || requires.access() == Access.ANY_USER) {
                open.put(method.whitelisted().value()[0], method);
            }
        }
        return open;
    }
}
