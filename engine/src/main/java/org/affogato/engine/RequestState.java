package org.affogato.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.registry.CacheVersions;

/** What all contexts of one request share, whoever they speak for. */
final class RequestState {
    private final Transaction transaction;
    private final CacheVersions versions;
    private final Set<String> changedDefinitions = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();

    RequestState(Transaction transaction, CacheVersions versions) {
        this.transaction = transaction;
        this.versions = versions;
    }

    Transaction transaction() {
        return transaction;
    }

    void definitionChanged(String doctype) {
        changedDefinitions.add(doctype);
        touch(CacheVersions.META);
    }

    boolean hasChangedDefinition(String doctype) {
        return changedDefinitions.contains(doctype);
    }

    void touch(String scope) {
        if (touched.add(scope)) {
            transaction.beforeCommit(() -> versions.raise(transaction, scope));
            transaction.afterCommit(() -> versions.changed(scope));
        }
    }

    boolean hasTouched(String scope) {
        return touched.contains(scope);
    }

    void commit() {
        transaction.commit();
        changedDefinitions.clear();
        touched.clear();
    }

    void rollback() {
        transaction.rollback();
        changedDefinitions.clear();
        touched.clear();
    }
}
