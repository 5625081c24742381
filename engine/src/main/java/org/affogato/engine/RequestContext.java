package org.affogato.engine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.affogato.engine.error.OutgoingEmailError;
import org.affogato.engine.fieldtype.HtmlSanitizer;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.Mail;
import org.affogato.engine.spi.MailSender;
import org.affogato.engine.spi.Permissions;
import org.affogato.engine.spi.Secrets;
import org.jspecify.annotations.Nullable;

/** The engine's {@link Context}: a user's view of one request. */
final class RequestContext implements Context {
    private final Engine engine;
    private final RequestState state;
    private final Answer answer;
    private final String user;
    private final Flags flags;
    private final Documents documents;
    private final Permissions permissions;
    private @Nullable Secrets secrets;

    RequestContext(Engine engine, RequestState state, Answer answer, String user, Flags flags) {
        this.engine = engine;
        this.state = state;
        this.answer = answer;
        this.user = user;
        this.flags = flags;
        this.documents = engine.documentsFor(this);
        this.permissions = engine.permissionsFor(this);
    }

    @Override
    public String site() {
        return engine.settings().site();
    }

    @Override
    public String url(String path) {
        return engine.settings().url() + path;
    }

    @Override
    public boolean developerMode() {
        return engine.settings().developerMode();
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public Set<String> roles() {
        return engine.rolesOf(this);
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.now(engine.settings().clock().withZone(timeZone())).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId timeZone() {
        return engine.timeZone();
    }

    @Override
    public Meta meta(String doctype) {
        if (state.hasChangedDefinition(doctype)) {
            return engine.metas().getUncommitted(database(), doctype);
        }
        return engine.metas().get(doctype);
    }

    @Override
    public boolean hasDoctype(String doctype) {
        return state.hasChangedDefinition(doctype)
                || engine.metas().find(doctype).isPresent();
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public Database database() {
        return state.transaction();
    }

    @Override
    public Secrets secrets() {
        if (secrets == null) {
            secrets = engine.secretsFor(this);
        }
        return secrets;
    }

    @Override
    public Answer answer() {
        return answer;
    }

    @Override
    public Flags flags() {
        return flags;
    }

    @Override
    public void afterCommit(Runnable action) {
        state.transaction().afterCommit(action);
    }

    @Override
    public void mail(Mail mail) {
        MailSender sender = engine.mailSender();
        if (!sender.isConfigured()) {
            throw new OutgoingEmailError("No mail server is set up");
        }
        afterCommit(() -> sender.send(mail));
    }

    @Override
    public void afterRollback(Runnable action) {
        state.transaction().afterRollback(action);
    }

    @Override
    public String harmless(String markup) {
        return HtmlSanitizer.sanitize(markup);
    }

    @Override
    public void definitionChanged(String doctype) {
        state.definitionChanged(doctype);
    }

    @Override
    public void touch(String scope) {
        state.touch(scope);
    }

    @Override
    public boolean touched(String scope) {
        return state.hasTouched(scope);
    }

    @Override
    public Context as(String other) {
        return new RequestContext(engine, state, answer, other, flags);
    }

    @Override
    public Context with(Flags others) {
        return new RequestContext(engine, state, answer, user, others);
    }

    @Override
    public Context with(Answer other) {
        return new RequestContext(engine, state, other, user, flags);
    }
}
