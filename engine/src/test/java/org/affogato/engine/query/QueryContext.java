package org.affogato.engine.query;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.Mail;
import org.affogato.engine.spi.Permissions;
import org.affogato.engine.spi.Secrets;

/** As much of a context as lists need: definitions, a database, permissions, a clock that stands still. */
record QueryContext(Map<String, Meta> metas, Database database, Permissions permissions, Flags flags)
        implements Context {
    static final LocalDateTime NOW = LocalDateTime.of(2026, 2, 11, 12, 30);

    QueryContext with(Permissions others) {
        return new QueryContext(metas, database, others, flags);
    }

    @Override
    public String site() {
        return "test";
    }

    @Override
    public boolean developerMode() {
        return false;
    }

    @Override
    public String user() {
        return "alice@example.com";
    }

    @Override
    public Set<String> roles() {
        return Set.of("All");
    }

    @Override
    public LocalDateTime now() {
        return NOW;
    }

    @Override
    public ZoneId timeZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Meta meta(String doctype) {
        Meta meta = metas.get(doctype);
        if (meta == null) {
            throw new DoesNotExistError("DocType %s not found".formatted(doctype));
        }
        return meta;
    }

    @Override
    public boolean hasDoctype(String doctype) {
        return metas.containsKey(doctype);
    }

    @Override
    public Documents documents() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Secrets secrets() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer answer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void afterCommit(Runnable action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void afterRollback(Runnable action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void mail(Mail mail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String url(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String harmless(String markup) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void definitionChanged(String doctype) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void touch(String scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean touched(String scope) {
        return false;
    }

    @Override
    public Context as(String user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Context with(Flags others) {
        return new QueryContext(metas, database, permissions, others);
    }

    @Override
    public Context with(Answer other) {
        return this;
    }
}
