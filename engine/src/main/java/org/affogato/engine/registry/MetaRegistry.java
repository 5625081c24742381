package org.affogato.engine.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;

/**
 * The compiled definitions in use, read from the database when first asked for. Until a site has its tables, the
 * shipped definitions serve, which is how the first migrate gets hold of DocType itself.
 */
public final class MetaRegistry {
    private final Map<String, Optional<Meta>> compiled = new ConcurrentHashMap<>();
    private final StoredDefinitions definitions;
    private final Supplier<Transaction> connections;
    private volatile Function<String, Optional<Meta>> shipped = doctype -> Optional.empty();

    public MetaRegistry(StoredDefinitions definitions, Supplier<Transaction> connections, CacheVersions versions) {
        this.definitions = definitions;
        this.connections = connections;
        versions.onChange(CacheVersions.META, compiled::clear);
    }

    /** Sets what answers for DocTypes that have no row: used while a site is being made. */
    public void serveShipped(Function<String, Optional<Meta>> definitionsOnClassPath) {
        this.shipped = definitionsOnClassPath;
        compiled.clear();
    }

    /** Serves from the site's rows only. */
    public void serveStored() {
        serveShipped(doctype -> Optional.empty());
    }

    /**
     * @throws DoesNotExistError for an unknown DocType
     */
    public Meta get(String doctype) {
        return find(doctype).orElseThrow(() -> unknown(doctype));
    }

    public Optional<Meta> find(String doctype) {
        Optional<Meta> known = compiled.get(doctype);
        return known != null ? known : load(doctype);
    }

    private Optional<Meta> load(String doctype) {
        Optional<Meta> fromFiles = shipped.apply(doctype);
        if (fromFiles.isPresent()) {
            return fromFiles;
        }
        try (Transaction own = connections.get()) {
            Optional<Meta> stored = definitions.load(own, doctype);
            if (stored.isPresent()) {
                compiled.put(doctype, stored);
            }
            return stored;
        }
    }

    /** Reads a definition through the caller's own transaction, past the cache. */
    public Meta getUncommitted(Database database, String doctype) {
        return definitions.load(database, doctype).orElseThrow(() -> unknown(doctype));
    }

    private static DoesNotExistError unknown(String doctype) {
        return new DoesNotExistError("DocType " + doctype + " not found");
    }
}
