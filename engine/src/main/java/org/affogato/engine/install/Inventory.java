package org.affogato.engine.install;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.db.SchemaPlanner;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.meta.FieldTypeLookup;

/** What a migrate finds when it begins: the apps' files, the site's definitions and its schema. */
final class Inventory implements AutoCloseable {
    private final Definitions definitions;
    private final SchemaPlanner schema;
    private final Transaction database;
    private final SiteDefinitions site;

    private Inventory(Definitions definitions, SchemaPlanner schema, Transaction database, SiteDefinitions site) {
        this.definitions = definitions;
        this.schema = schema;
        this.database = database;
        this.site = site;
    }

    /** Reads the files while the database answers. */
    static Inventory take(Supplier<Definitions> sources, TableSync tables, Supplier<Transaction> transactions) {
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Definitions> files = reader.submit(sources::get);
            SchemaPlanner schema = tables.planner();
            Transaction database = transactions.get();
            SiteDefinitions site = new SiteDefinitions(new DefinitionStore(database), schema);
            return new Inventory(Awaited.of(files), schema, database, site);
        }
    }

    Preparation preparation(FieldTypeLookup types) {
        return new Preparation(definitions, site, types);
    }

    Definitions definitions() {
        return definitions;
    }

    SchemaPlanner schema() {
        return schema;
    }

    Transaction database() {
        return database;
    }

    SiteDefinitions site() {
        return site;
    }

    @Override
    public void close() {
        try (schema;
                database) {
            // closes both, in this order
        }
    }
}
