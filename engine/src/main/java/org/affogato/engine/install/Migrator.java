package org.affogato.engine.install;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.db.MigrationLock;
import org.affogato.engine.db.RecordLedger;
import org.affogato.engine.db.RowStore;
import org.affogato.engine.db.SchemaPlanner;
import org.affogato.engine.db.SystemTables;
import org.affogato.engine.db.TablePlan;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.install.record.RecordCheck;
import org.affogato.engine.install.record.RecordFile;
import org.affogato.engine.meta.FieldTypeLookup;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.CacheVersions;
import org.affogato.engine.spi.App;

/**
 * Brings a site up to date with its apps, from an empty database as well as from one that Frappe made: system tables,
 * definitions into rows, tables, modules and roles, patches, the apps' own records. What is in line is left alone, so a
 * migrate that failed half-way is simply run again. Frappe: {@code bench migrate}.
 */
public final class Migrator {
    /** DocTypes whose tables the import itself writes to. */
    private static final Set<String> FIRST = Set.of(
            "DocType",
            "DocField",
            "DocPerm",
            "DocType Link",
            "DocType Action",
            "DocType State",
            "Custom Field",
            "Property Setter",
            "Custom DocPerm",
            "Module Def",
            "Role",
            "Patch Log");

    private final List<App> apps;
    private final Supplier<Definitions> sources;
    private final FieldTypeLookup types;
    private final Supplier<Transaction> transactions;
    private final TableSync tables;
    private final MigrationLock lock;
    private final CacheVersions versions;
    private final Contexts contexts;

    public Migrator(
            List<App> apps,
            Supplier<Definitions> sources,
            FieldTypeLookup types,
            Supplier<Transaction> transactions,
            TableSync tables,
            MigrationLock lock,
            CacheVersions versions,
            Contexts contexts) {
        this.apps = apps;
        this.sources = sources;
        this.types = types;
        this.transactions = transactions;
        this.tables = tables;
        this.lock = lock;
        this.versions = versions;
        this.contexts = contexts;
    }

    /** Says what a migrate would do, and does none of it. */
    public MigrationPlan plan() {
        try (Inventory inventory = Inventory.take(sources, tables, transactions)) {
            Preparation preparation = inventory.preparation(types);
            List<TablePlan> plans = new ArrayList<>(List.of(SystemTables.plan(inventory.schema())));
            plans.addAll(preparation.tablePlans(inventory.schema()));
            return new MigrationPlan(
                    plans.stream().flatMap(plan -> plan.statements().stream()).toList(),
                    preparation.changed().stream()
                            .map(merge -> merge.file().name())
                            .toList(),
                    patches(inventory).due().stream().map(App.Patch::name).toList(),
                    dueRecords(inventory, preparation),
                    warnings(inventory.definitions(), plans));
        }
    }

    private static List<String> dueRecords(Inventory inventory, Preparation preparation) {
        SchemaPlanner schema = inventory.schema();
        Map<String, String> imported =
                schema.hasTable(RecordLedger.TABLE) ? RecordLedger.imported(inventory.database()) : Map.of();
        RecordCheck check = new RecordCheck(
                inventory.database(),
                imported,
                doctype -> Optional.ofNullable(preparation.metas().get(doctype))
                        .filter(meta -> meta.isSingle() || schema.hasTable(meta.table())));
        return check.due(inventory.definitions().records()).stream()
                .map(RecordFile::path)
                .toList();
    }

    /**
     * Does it.
     *
     * @throws MigrationFailure where tables could not be brought in line; all else is done then but for the patches
     */
    public MigrationReport migrate(Progress progress) {
        return lock.whileHeld(() -> migrateAlone(progress));
    }

    private MigrationReport migrateAlone(Progress progress) {
        MigrationReport report;
        Patches patches;
        Records records;
        try (Inventory inventory = Inventory.take(sources, tables, transactions)) {
            patches = patches(inventory);
            records = new Records(inventory.definitions().records());
            report = migrate(inventory, patches, progress);
        }
        List<String> ran = patches.run(contexts);
        contexts.run(context -> ShippedReports.add(apps, context));
        apps.forEach(app -> contexts.run(app::afterMigrate));
        int imported = records.bringIn(contexts);
        List<String> warnings = new ArrayList<>(report.warnings());
        warnings.addAll(records.warnings());
        return new MigrationReport(report.definitions(), report.tables(), imported, ran, warnings);
    }

    private MigrationReport migrate(Inventory inventory, Patches patches, Progress progress) {
        Preparation preparation = inventory.preparation(types);
        List<TablePlan> plans = preparation.tablePlans(inventory.schema());
        applyTables(List.of(SystemTables.plan(inventory.schema())), Progress.SILENT)
                .check();
        applyTables(first(plans, true), Progress.SILENT).check();
        importDefinitions(preparation, inventory.database(), patches, progress);
        TableWork work = applyTables(first(plans, false), progress);
        if (preparation.changed().size() + plans.size() > 0) {
            publish(preparation, work.failed(), inventory.database());
        }
        work.check();
        return new MigrationReport(
                preparation.changed().size(), changes(plans), 0, List.of(), warnings(inventory.definitions(), plans));
    }

    private static int changes(List<TablePlan> plans) {
        return (int) plans.stream().filter(plan -> !plan.isEmpty()).count();
    }

    private TableWork applyTables(List<TablePlan> plans, Progress progress) {
        TableWork work = new TableWork(tables, progress);
        work.run(plans);
        return work;
    }

    private static List<TablePlan> first(List<TablePlan> plans, boolean first) {
        return plans.stream()
                .filter(plan -> !plan.isEmpty() && FIRST.contains(plan.doctype()) == first)
                .toList();
    }

    private void importDefinitions(Preparation preparation, Transaction database, Patches patches, Progress progress) {
        int count = preparation.changed().size();
        progress.step("definitions", 0, count);
        patches.skipThoseOfNewApps(database, meta(preparation, "Patch Log"), LocalDateTime.now());
        if (count > 0) {
            writeDefinitions(preparation, database);
        }
        database.commit();
        progress.step("definitions", count, count);
    }

    private void writeDefinitions(Preparation preparation, Transaction database) {
        List<DefinitionMerge> changed = preparation.changed();
        DefinitionTables rows = new DefinitionTables(LocalDateTime.now());
        ModulesAndRoles more = new ModulesAndRoles(database, apps, LocalDateTime.now());
        changed.forEach(merge -> rows.add(merge.content()));
        changed.forEach(more::add);
        DefinitionStore store = new DefinitionStore(database);
        changed.forEach(merge -> merge.removed().forEach(store::deleteRows));
        rows.rows().forEach((doctype, found) -> new RowStore().write(database, meta(preparation, doctype), found));
        more.write(meta(preparation, "Module Def"), meta(preparation, "Role"));
        store.rememberShipped(changed.stream()
                .map(merge -> List.of(
                        merge.file().name(),
                        merge.file().app(),
                        DefinitionReader.write(merge.file().content())))
                .toList());
    }

    /** Marks the definitions whose table is in line, and lets every node drop its caches. */
    private void publish(Preparation preparation, List<String> failed, Transaction database) {
        Set<String> bad = new HashSet<>(failed);
        new DefinitionStore(database)
                .markMigrated(preparation.changed().stream()
                        .filter(merge -> !bad.contains(merge.file().name()))
                        .map(merge -> List.of(merge.file().hash(), merge.file().name()))
                        .toList());
        versions.raise(database, CacheVersions.META);
        database.commit();
        versions.changed(CacheVersions.META);
    }

    private static Meta meta(Preparation preparation, String doctype) {
        Meta meta = preparation.metas().get(doctype);
        if (meta == null) {
            throw new IllegalStateException("No app defines the DocType " + doctype);
        }
        return meta;
    }

    /** A site without records of ours that has DocTypes was Frappe's: its core app is no new one. */
    private Patches patches(Inventory inventory) {
        Set<String> before = new LinkedHashSet<>(inventory.site().knownApps());
        if (!inventory.site().isEmpty()) {
            before.add("frappe");
        }
        boolean logged = inventory.schema().hasTable("tabPatch Log");
        return new Patches(apps, before, logged ? Patches.done(inventory.database()) : Set.of());
    }

    private static List<String> warnings(Definitions definitions, List<TablePlan> plans) {
        List<String> all = new ArrayList<>(definitions.warnings());
        plans.forEach(plan -> all.addAll(plan.notes()));
        return all;
    }
}
