package org.affogato.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Requires;
import org.junit.jupiter.api.Test;

/** No whitelisted method stands outside the matrix without a reason that somebody has read. */
@QuarkusTest
class CoveredMethodsTest {
    private static final String METHOD = "/api/method/";

    private static final Map<String, String> APART = new LinkedHashMap<>();
    private static final String PREPARED = "frappe.core.doctype.prepared_report.prepared_report.";

    static {
        APART.put("frappe.handler.logout", "ends the caller's session");
        APART.put("web_logout", "ends the caller's session");
        APART.put("affogato.sessions.list", "sessions, no document");
        APART.put("affogato.sessions.end", "sessions, no document");
        APART.put("affogato.sessions.end_all", "sessions, no document");
        APART.put("frappe.integrations.oauth2.openid_configuration", "addresses, the same for all");
        APART.put("frappe.integrations.oauth2.get_token", "proves itself by a code or a token");
        APART.put("frappe.integrations.oauth2.revoke_token", "proves itself by the token");
        APART.put("frappe.integrations.oauth2.introspect_token", "proves itself by the token");
        APART.put("frappe.integrations.oauth2.register_client", "makes a client that nobody has granted anything");
        APART.put("frappe.integrations.oauth2.authorize", "asks the user of the session");
        APART.put("frappe.integrations.oauth2.approve", "needs the ticket of the page that asked");
        APART.put("frappe.twofactor.reset_otp_secret", "the caller's own secret; others' for System Managers");
        APART.put("frappe.core.doctype.user.user.sign_up", "makes a user, no document is read");
        APART.put("frappe.www.login.send_login_link", "mails the user; the same answer for all");
        APART.put("frappe.www.login.login_via_key", "proves itself by the mailed key");
        APART.put("frappe.www.login.login_via_token", "answers that there is none");
        APART.put("frappe.core.doctype.user.user.test_password_strength", "rates what is sent");
        APART.put("frappe.core.doctype.user.user.reset_password", "mails the user; the same answer for all");
        APART.put("frappe.core.doctype.user.user.update_password", "proves itself by key or password");
        APART.put("ping", "tells only that the server answers");
        APART.put("frappe.client.get_time_zone", "one setting that shows in every datetime");
        APART.put("frappe.model.mapper.make_mapped_doc", "calls another whitelisted method, by its declaration");
        APART.put("frappe.model.mapper.map_docs", "calls another whitelisted method, by its declaration");
        APART.put("frappe.desk.search.get_names_for_mentions", "lists Users, which are not of the matrix");
        APART.put("frappe.desk.listview.get_list_settings", "how a list looks, no document");
        APART.put("frappe.desk.listview.set_list_settings", "saves List View Settings by the lifecycle");
        APART.put("frappe.desk.reportview.save_report", "writes a Report, not a document of the DocType");
        APART.put("frappe.desk.reportview.delete_report", "deletes a Report");
        APART.put("frappe.desk.form.load.getdoctype", "definitions, which every form is drawn from");
        APART.put("frappe.desk.form.linked_with.get_linked_doctypes", "definitions, no document");
        APART.put(PREPARED + "make_prepared_report", "results of reports, which PreparedReportsTest reads");
        APART.put(PREPARED + "delete_prepared_reports", "results of reports, which PreparedReportsTest reads");
        APART.put(PREPARED + "download_attachment", "results of reports, which PreparedReportsTest reads");
        APART.put("frappe.desk.desktop.get_workspace_sidebar_items", "workspaces, which have roles of their own");
        APART.put("frappe.desk.desktop.get_desktop_page", "workspaces, which have roles of their own");
        APART.put("frappe.realtime.get_user_info", "the caller's own name and kind");
        APART.put(
                "frappe.desk.doctype.list_view_settings.list_view_settings.save_listview_settings",
                "saves List View Settings by the lifecycle");
        APART.put(
                "frappe.desk.doctype.list_view_settings.list_view_settings.get_default_listview_fields",
                "definitions, no document");
        APART.put("frappe.desk.doctype.event.event.get_events", "lists Events that the caller may see");
        APART.put(
                "frappe.desk.doctype.event.event.delete_communication",
                "deletes messages that the caller may see, by the lifecycle");
        APART.put("frappe.contacts.doctype.contact.contact.address_query", "lists Addresses that the caller may see");
        APART.put(
                "frappe.contacts.address_and_contact.filter_dynamic_link_doctypes",
                "names of DocTypes that the caller may read");
        APART.put(
                "frappe.contacts.doctype.address.address.get_default_address",
                "lists Addresses that the caller may see");
        APART.put("frappe.utils.global_search.search", "finds what the caller may list, a list call a DocType");
        APART.put("frappe.utils.global_search.web_search", "finds what is published");
        APART.put("frappe.translate.get_all_languages", "the same for all");
        APART.put("frappe.desk.query_report.save_report", "writes a Report by the lifecycle");
        APART.put("frappe.desk.query_report.get_data_for_custom_field", "lists what the caller may see");
        APART.put("frappe.desk.doctype.dashboard.dashboard.get_permitted_charts", "checks read on each chart");
        APART.put("frappe.desk.doctype.dashboard.dashboard.get_permitted_cards", "checks read on each card");
        APART.put(
                "frappe.desk.doctype.dashboard_chart.dashboard_chart.add_chart_to_dashboard",
                "writes a Dashboard by the lifecycle");
        APART.put(
                "frappe.desk.doctype.dashboard_chart.dashboard_chart.get_charts_for_user",
                "lists charts that the caller may see");
        APART.put(
                "frappe.desk.doctype.dashboard_chart.dashboard_chart.get_parent_doctypes", "definitions, no document");
        APART.put(
                "frappe.desk.doctype.number_card.number_card.get_percentage_difference",
                "counts what the caller may see");
        APART.put(
                "frappe.desk.doctype.number_card.number_card.add_card_to_dashboard",
                "writes a Dashboard by the lifecycle");
        APART.put(
                "frappe.desk.doctype.number_card.number_card.get_cards_for_user",
                "lists cards that the caller may see");
        APART.put("ai_assistant.api.analytics.get_user_summary", "figures, own ones or for managers");
        APART.put("ai_assistant.api.analytics.get_code_metrics", "figures, own ones or for managers");
        APART.put(
                "frappe.desk.doctype.tag.tag.get_documents_for_tag", "one list call a DocType, as the list calls are");
        APART.put("frappe.core.api.file.get_max_file_size", "one number that forms need before an upload");
        APART.put("frappe.core.api.file.move_file", "files, saved by the lifecycle");
        APART.put("frappe.core.doctype.user.user.get_roles", "Users, which are not of the matrix");
        APART.put("frappe.core.doctype.user.user.get_timezones", "the same everywhere");
        APART.put("frappe.core.doctype.user.user.has_email_account", "Users, which are not of the matrix");
        APART.put("frappe.core.doctype.user.user.get_email_awaiting", "Users, which are not of the matrix");
        APART.put("frappe.desk.form.utils.update_comment", "the caller's own remark, after read on the document");
        APART.put("frappe.desk.form.utils.remove_attach", "deletes a File by the lifecycle");
    }

    @Inject
    Engine engine;

    @Test
    void everyMethodIsInTheMatrixOrHasAReason() {
        Set<String> known = new LinkedHashSet<>(APART.keySet());
        known.addAll(called());
        List<String> missing = engine.methods().all().values().stream()
                .filter(method -> !isRuledByDeclaration(method.requires()))
                .map(WhitelistedMethod::whitelisted)
                .filter(method -> Stream.of(method.value()).noneMatch(known::contains))
                .map(method -> method.value()[0])
                .distinct()
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void whatHasAReasonIsThereAndNotInTheMatrix() {
        assertThat(engine.methods().all().keySet()).containsAll(APART.keySet());
        assertThat(called()).doesNotContainAnyElementsOf(APART.keySet());
    }

    @Test
    void strangersReachWhatIsOpenToThemOnly() {
        Caller caller = new Caller("http://localhost:" + RestAssured.port);
        List<String> reached = engine.methods().all().entrySet().stream()
                .filter(method -> method.getValue().requires().access() != Requires.Access.GUEST)
                .filter(method -> caller.send(Person.GUEST, stranger(method.getKey(), method.getValue()))
                                .verdict()
                        == Verdict.ALLOWED)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(reached).isEmpty();
    }

    /** Names a document that is there under every name that a declaration uses. */
    private static Sent stranger(String path, WhitelistedMethod method) {
        Object[] named = {"doctype", "User", "dt", "User", "name", "Administrator", "dn", "Administrator"};
        return method.takes("POST") ? Sent.post(path, named) : Sent.get(path, named);
    }

    /** A role, the caller's own data or a DocType of the product: no document of the matrix is asked for. */
    private static boolean isRuledByDeclaration(Requires requires) {
        return requires.role().length > 0
                || requires.access() == Requires.Access.OWN_DATA
                || !requires.doctype().isEmpty();
    }

    private static Set<String> called() {
        Paper paper = new Draw(1).fresh(Site.DOCTYPES.getFirst(), Person.GUEST);
        Set<String> called = new LinkedHashSet<>();
        Stream.of(
                        DocumentReads.all(),
                        Lists.all(),
                        Reports.all(),
                        Writes.all(),
                        Sides.all(),
                        Singles.reads(),
                        Trees.wholes(),
                        List.of(Trees.adding()))
                .flatMap(List::stream)
                .map(call -> call.request(Person.GUEST, paper).path())
                .filter(path -> path.startsWith(METHOD))
                .map(path -> path.substring(METHOD.length()).split("\\?")[0])
                .forEach(called::add);
        called.addAll(FilesMatrixTest.METHODS);
        return called;
    }
}
