package org.affogato.doctypes.frappe;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.frappe.contacts.doctype.address.Address;
import org.affogato.doctypes.frappe.contacts.doctype.address.AddressMethods;
import org.affogato.doctypes.frappe.contacts.doctype.contact.Contact;
import org.affogato.doctypes.frappe.contacts.doctype.contact.ContactMethods;
import org.affogato.doctypes.frappe.core.doctype.activity_log.ActivityLog;
import org.affogato.doctypes.frappe.core.doctype.comment.Comment;
import org.affogato.doctypes.frappe.core.doctype.comment.CommentMethods;
import org.affogato.doctypes.frappe.core.doctype.comment.LikeMethods;
import org.affogato.doctypes.frappe.core.doctype.communication.Communication;
import org.affogato.doctypes.frappe.core.doctype.communication.CommunicationMethods;
import org.affogato.doctypes.frappe.core.doctype.deleted_document.DeletedDocumentMethods;
import org.affogato.doctypes.frappe.core.doctype.docshare.DocShare;
import org.affogato.doctypes.frappe.core.doctype.docshare.ShareMethods;
import org.affogato.doctypes.frappe.core.doctype.document_naming_rule.DocumentNamingRule;
import org.affogato.doctypes.frappe.core.doctype.error_log.ErrorLogMethods;
import org.affogato.doctypes.frappe.core.doctype.file.AttachFields;
import org.affogato.doctypes.frappe.core.doctype.file.AttachmentMethods;
import org.affogato.doctypes.frappe.core.doctype.file.File;
import org.affogato.doctypes.frappe.core.doctype.file.FolderMethods;
import org.affogato.doctypes.frappe.core.doctype.file.InlineImages;
import org.affogato.doctypes.frappe.core.doctype.file.RelinkedFiles;
import org.affogato.doctypes.frappe.core.doctype.log_settings.LogSettings;
import org.affogato.doctypes.frappe.core.doctype.log_settings.LogSettingsMethods;
import org.affogato.doctypes.frappe.core.doctype.prepared_report.PreparedReport;
import org.affogato.doctypes.frappe.core.doctype.report.Report;
import org.affogato.doctypes.frappe.core.doctype.role.Role;
import org.affogato.doctypes.frappe.core.doctype.role.RoleQuery;
import org.affogato.doctypes.frappe.core.doctype.role_profile.RoleProfile;
import org.affogato.doctypes.frappe.core.doctype.rq_job.RqJob;
import org.affogato.doctypes.frappe.core.doctype.session_default_settings.SessionDefaultMethods;
import org.affogato.doctypes.frappe.core.doctype.system_settings.SystemSettings;
import org.affogato.doctypes.frappe.core.doctype.system_settings.SystemSettingsMethods;
import org.affogato.doctypes.frappe.core.doctype.translation.TranslationMethods;
import org.affogato.doctypes.frappe.core.doctype.user.User;
import org.affogato.doctypes.frappe.core.doctype.user.UserMethods;
import org.affogato.doctypes.frappe.core.doctype.user.UserQuery;
import org.affogato.doctypes.frappe.core.doctype.user_permission.UserPermission;
import org.affogato.doctypes.frappe.core.doctype.user_permission.UserPermissionMethods;
import org.affogato.doctypes.frappe.core.page.permission_manager.PermissionManagerMethods;
import org.affogato.doctypes.frappe.custom.doctype.custom_field.CustomFieldMethods;
import org.affogato.doctypes.frappe.custom.doctype.customize_form.CustomizeFormMethods;
import org.affogato.doctypes.frappe.desk.FormMetaParts;
import org.affogato.doctypes.frappe.desk.desktop.DesktopMethods;
import org.affogato.doctypes.frappe.desk.doctype.bulk_update.BulkUpdateMethods;
import org.affogato.doctypes.frappe.desk.doctype.dashboard.Dashboard;
import org.affogato.doctypes.frappe.desk.doctype.dashboard.DashboardMethods;
import org.affogato.doctypes.frappe.desk.doctype.dashboard_chart.DashboardChart;
import org.affogato.doctypes.frappe.desk.doctype.dashboard_chart.DashboardChartMethods;
import org.affogato.doctypes.frappe.desk.doctype.dashboard_settings.DashboardSettings;
import org.affogato.doctypes.frappe.desk.doctype.event.Event;
import org.affogato.doctypes.frappe.desk.doctype.event.EventMethods;
import org.affogato.doctypes.frappe.desk.doctype.global_search_settings.GlobalSearchSettings;
import org.affogato.doctypes.frappe.desk.doctype.kanban_board.KanbanBoard;
import org.affogato.doctypes.frappe.desk.doctype.kanban_board.KanbanBoardMethods;
import org.affogato.doctypes.frappe.desk.doctype.module_onboarding.ModuleOnboarding;
import org.affogato.doctypes.frappe.desk.doctype.note.Note;
import org.affogato.doctypes.frappe.desk.doctype.note.NoteMethods;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.NotificationLog;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.NotificationLogMethods;
import org.affogato.doctypes.frappe.desk.doctype.notification_settings.NotificationSettings;
import org.affogato.doctypes.frappe.desk.doctype.notification_settings.NotificationSettingsMethods;
import org.affogato.doctypes.frappe.desk.doctype.number_card.NumberCard;
import org.affogato.doctypes.frappe.desk.doctype.number_card.NumberCardMethods;
import org.affogato.doctypes.frappe.desk.doctype.route_history.RouteHistoryMethods;
import org.affogato.doctypes.frappe.desk.doctype.tag.TagMethods;
import org.affogato.doctypes.frappe.desk.doctype.todo.AssignmentMethods;
import org.affogato.doctypes.frappe.desk.doctype.todo.ToDo;
import org.affogato.doctypes.frappe.desk.doctype.workspace.Workspace;
import org.affogato.doctypes.frappe.desk.doctype.workspace.WorkspaceMethods;
import org.affogato.doctypes.frappe.desk.report.todo.OpenTasks;
import org.affogato.doctypes.frappe.desk.search.GlobalSearchMethods;
import org.affogato.doctypes.frappe.desk.search.SearchListener;
import org.affogato.doctypes.frappe.email.doctype.document_follow.FollowMethods;
import org.affogato.doctypes.frappe.fixtures.FirstRecords;
import org.affogato.doctypes.frappe.integrations.doctype.oauth_bearer_token.OAuthBearerToken;
import org.affogato.doctypes.frappe.integrations.doctype.oauth_client.OAuthClient;
import org.affogato.doctypes.frappe.workflow.doctype.workflow_action.WorkflowAction;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.ScriptReport;
import org.affogato.engine.spi.TableIndex;
import org.affogato.engine.spi.WhitelistedMethods;

/** Manifest of the core app. */
@Singleton
public final class Frappe implements App {
    private final FileStore files;

    public Frappe(FileStore files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "frappe";
    }

    @Override
    public List<String> modules() {
        return List.of(
                "Core",
                "Website",
                "Workflow",
                "Email",
                "Custom",
                "Geo",
                "Desk",
                "Integrations",
                "Printing",
                "Contacts",
                "Social",
                "Automation");
    }

    @Override
    public List<DocumentController> controllers() {
        return List.of(
                new ActivityLog(),
                new Address(),
                new Comment(),
                new Communication(),
                new Contact(),
                new Dashboard(),
                new DashboardSettings(),
                new DashboardChart(),
                new DocShare(),
                new DocumentNamingRule(),
                new Event(),
                new File(files),
                new KanbanBoard(),
                new GlobalSearchSettings(),
                new LogSettings(),
                new ModuleOnboarding(),
                new Note(),
                new NotificationLog(),
                new NotificationSettings(),
                new NumberCard(),
                new OAuthBearerToken(),
                new OAuthClient(),
                new PreparedReport(),
                new Report(),
                new Role(),
                new RoleProfile(),
                new RqJob(),
                new SystemSettings(),
                new ToDo(),
                new User(),
                new UserPermission(),
                new WorkflowAction(),
                new Workspace());
    }

    @Override
    public List<WhitelistedMethods> methods() {
        return List.of(
                new AddressMethods(),
                new AssignmentMethods(),
                new AttachmentMethods(),
                new BulkUpdateMethods(),
                new CommentMethods(),
                new CommunicationMethods(),
                new ContactMethods(),
                new CustomFieldMethods(),
                new CustomizeFormMethods(),
                new DashboardChartMethods(),
                new DashboardMethods(),
                new DeletedDocumentMethods(),
                new DesktopMethods(),
                new ErrorLogMethods(),
                new EventMethods(),
                new FolderMethods(files),
                new FollowMethods(),
                new GlobalSearchMethods(),
                new GlobalSearchSettings(),
                new LikeMethods(),
                new KanbanBoardMethods(),
                new LogSettingsMethods(),
                new NoteMethods(),
                new NotificationLogMethods(),
                new NotificationSettingsMethods(),
                new NumberCardMethods(),
                new PermissionManagerMethods(),
                new RoleQuery(),
                new RouteHistoryMethods(),
                new SessionDefaultMethods(),
                new ShareMethods(),
                new SystemSettingsMethods(),
                new TagMethods(),
                new TranslationMethods(),
                new UserMethods(),
                new UserPermissionMethods(),
                new UserQuery(),
                new WorkspaceMethods());
    }

    @Override
    public Map<String, String> standardQueries() {
        return Map.of("User", UserQuery.PATH);
    }

    @Override
    public List<ScriptReport> reports() {
        return List.of(new OpenTasks());
    }

    @Override
    public List<DocEventListener> docEvents() {
        List<DocEventListener> all = new ArrayList<>(FormMetaParts.all());
        all.addAll(List.of(new AttachFields(), new InlineImages(), new RelinkedFiles()));
        all.addAll(SearchListener.all());
        return all;
    }

    @Override
    public List<ScheduledJob> scheduledJobs() {
        return Housekeeping.JOBS;
    }

    @Override
    public List<TableIndex> indexes() {
        return CoreIndexes.ALL;
    }

    @Override
    public void afterMigrate(Context context) {
        new FirstRecords(context).add();
    }
}
