package org.affogato.engine;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.affogato.engine.db.ColumnTrim;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.db.MigrationLock;
import org.affogato.engine.db.ReadOnlySql;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.fieldtype.FieldTypes;
import org.affogato.engine.install.DefinitionControllers;
import org.affogato.engine.install.DefinitionHomes;
import org.affogato.engine.install.Definitions;
import org.affogato.engine.install.Migrator;
import org.affogato.engine.install.TableTrimmer;
import org.affogato.engine.lifecycle.ContextDocuments;
import org.affogato.engine.lifecycle.Lifecycle;
import org.affogato.engine.meta.FieldTypeLookup;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.permission.Fernet;
import org.affogato.engine.permission.PasswordHash;
import org.affogato.engine.permission.PasswordStore;
import org.affogato.engine.permission.PasswordStrength;
import org.affogato.engine.permission.PermissionRules;
import org.affogato.engine.permission.ResetKeys;
import org.affogato.engine.query.ListQueries;
import org.affogato.engine.registry.AppRegistry;
import org.affogato.engine.registry.CacheVersions;
import org.affogato.engine.registry.ControllerRegistry;
import org.affogato.engine.registry.MetaRegistry;
import org.affogato.engine.registry.MethodRegistry;
import org.affogato.engine.registry.StoredDefinitions;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.MailSender;
import org.affogato.engine.spi.Permissions;
import org.affogato.engine.spi.Secrets;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * One site's engine: puts its parts together by their constructors, and runs work in a context of its own with one
 * transaction. Thread-safe; a process has one.
 */
public final class Engine {
    private static final int ATTEMPTS = 6;

    private final EngineSettings settings;
    private final DataSource source;
    private final MailSender mailSender;
    private final CacheVersions versions = new CacheVersions();
    private final FieldTypeLookup fieldTypes = FieldTypes.standard();
    private final AppRegistry apps;
    private final MetaRegistry metas;
    private final ControllerRegistry controllers;
    private final MethodRegistry methods;
    private final PermissionRules permissions;
    private final ListQueries lists;
    private final PasswordHash passwords = new PasswordHash();
    private final PasswordStrength passwordStrength;
    private final Fernet fernet;
    private final SiteTimeZone timeZone;
    private final Lifecycle lifecycle;
    private final TableSync tables;
    private final Migrator migrator;

    /**
     * @param moreMethods whitelisted methods that belong to no app, such as {@code frappe.client}
     */
    public Engine(
            EngineSettings settings,
            DataSource source,
            List<App> apps,
            List<? extends WhitelistedMethods> moreMethods) {
        this(settings, source, apps, moreMethods, MailSender.NONE);
    }

    /** An engine that can send mail. */
    public Engine(
            EngineSettings settings,
            DataSource source,
            List<App> apps,
            List<? extends WhitelistedMethods> moreMethods,
            MailSender mailSender) {
        this.settings = settings;
        this.source = source;
        this.mailSender = mailSender;
        this.apps = new AppRegistry(apps);
        this.metas = new MetaRegistry(new StoredDefinitions(fieldTypes), this::openTransaction, versions);
        this.tables = new TableSync(source, this.apps.indexes());
        this.controllers = new ControllerRegistry(
                this.apps,
                DefinitionControllers.all(
                        settings.developerMode(), tables, new DefinitionHomes(this.apps.all(), settings.appFolders())));
        this.methods = new MethodRegistry(this.apps.methods(moreMethods));
        this.permissions = new PermissionRules(controllers::of);
        this.lifecycle = new Lifecycle(new DocumentStore(), controllers, permissions, versions);
        this.passwordStrength = new PasswordStrength(permissions.settings());
        this.fernet = new Fernet(settings.encryptionKey(), settings.clock());
        AccessScope.ALL.forEach(scope -> versions.onChange(scope, () -> permissions.changed(scope)));
        this.lists = new ListQueries(controllers);
        this.timeZone = new SiteTimeZone(settings, this::openTransaction, versions);
        this.migrator = new Migrator(
                this.apps.all(),
                () -> Definitions.read(this.apps.all(), settings.appFolders(), fieldTypes),
                fieldTypes,
                this::openTransaction,
                tables,
                new MigrationLock(source),
                versions,
                this::migrating);
    }

    private void migrating(Consumer<Context> work) {
        run(Context.ADMINISTRATOR, context -> {
            work.accept(context.with(Flags.NONE.migrating()));
            return null;
        });
    }

    /** Does work as a user and commits it; a conflict with another transaction runs it anew, a bounded number of times. */
    public <T extends @Nullable Object> T run(String user, Work<T> work) {
        return repeating(user, work, true);
    }

    /** Like {@link #run}, but undoes all writes at the end: what a GET does. */
    public <T extends @Nullable Object> T runAndRollBack(String user, Work<T> work) {
        return repeating(user, work, false);
    }

    private <T extends @Nullable Object> T repeating(String user, Work<T> work, boolean commit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(user, work, commit);
            } catch (QueryDeadlockError conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
                pause(attempt);
            }
        }
    }

    private <T extends @Nullable Object> T once(String user, Work<T> work, boolean commit) {
        try (Transaction transaction = openTransaction()) {
            RequestState state = new RequestState(transaction, versions);
            T result = work.run(new RequestContext(this, state, new Answer(), user, Flags.NONE));
            if (commit) {
                state.commit();
            } else {
                state.rollback();
            }
            return result;
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Transaction openTransaction() {
        return new Transaction(source, this::metaOf);
    }

    private Meta metaOf(String doctype) {
        return metas.get(doctype);
    }

    public EngineSettings settings() {
        return settings;
    }

    public ListQueries lists() {
        return lists;
    }

    public AppRegistry apps() {
        return apps;
    }

    public MetaRegistry metas() {
        return metas;
    }

    /** Runs statements that somebody of the site wrote. */
    public ReadOnlySql readOnlySql() {
        return new ReadOnlySql(source);
    }

    public TableTrimmer trimmer() {
        return new TableTrimmer(this::openTransaction, metas, new ColumnTrim(source));
    }

    public Migrator migrator() {
        return migrator;
    }

    public MethodRegistry methods() {
        return methods;
    }

    public ControllerRegistry controllers() {
        return controllers;
    }

    public CacheVersions versions() {
        return versions;
    }

    ZoneId timeZone() {
        return timeZone.get();
    }

    Documents documentsFor(Context context) {
        return new ContextDocuments(context, lifecycle, lists);
    }

    Permissions permissionsFor(Context context) {
        return permissions.of(context);
    }

    public PasswordStrength passwordStrength() {
        return passwordStrength;
    }

    public MailSender mailSender() {
        return mailSender;
    }

    public PasswordHash passwords() {
        return passwords;
    }

    public PermissionRules permissions() {
        return permissions;
    }

    Secrets secretsFor(Context context) {
        return new PasswordStore(
                context.database(),
                passwords,
                fernet,
                (password, personal) -> passwordStrength.check(password, personal, context),
                user -> ResetKeys.create(user, context));
    }

    Set<String> rolesOf(Context context) {
        return permissions.roles().of(context.user(), context);
    }
}
