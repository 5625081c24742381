package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.FolderNotEmpty;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.FileType;

/** A file or a folder of files; the content lies in the store, once however many Files name it. */
public final class File implements DocumentController {
    private final FileStore store;

    public File(FileStore store) {
        this.store = store;
    }

    @Override
    public String doctype() {
        return "File";
    }

    @Override
    public Set<String> transientKeys() {
        return Intake.KEYS;
    }

    @Override
    public Map<String, DocumentMethod> methods() {
        Map<String, DocumentMethod> methods = new LinkedHashMap<>();
        methods.put("make_thumbnail", (file, arguments, context) -> {
            context.permissions().check(Right.WRITE, file);
            return new Thumbnail(file, store, context).make(arguments);
        });
        methods.put("optimize_file", (file, arguments, context) -> {
            context.permissions().check(Right.WRITE, file);
            new Optimization(file, store, context).apply();
            return null;
        });
        return methods;
    }

    @Override
    public void beforeInsert(Document file, Context context) {
        fillFolder(file, context);
        FileName.fill(file);
        new FileAccess(context).checkAttachable(file);
        if (file.check("is_folder")) {
            return;
        }
        FileRules rules = new FileRules(context);
        rules.checkAttachmentLimit(file);
        setType(file);
        rules.checkType(file);
        new Intake(file, rules, store, context).take();
    }

    private static void fillFolder(Document file, Context context) {
        if (!file.text("folder").isEmpty() || file.check("is_home_folder")) {
            return;
        }
        boolean attached = !file.text("attached_to_doctype").isEmpty();
        file.set("folder", attached ? Folders.attachments(context) : Folders.HOME);
    }

    private static void setType(Document file) {
        FileType.of(file.text("file_name"))
                .map(FileType::label)
                .filter(label -> !label.isEmpty())
                .ifPresent(label -> file.set("file_type", label));
    }

    /** Folders are named by their path, files at random. */
    @Override
    public void autoname(Document file, Context context) {
        if (file.check("is_folder")) {
            file.set("name", Folders.path(file));
        }
    }

    @Override
    public void validate(Document file, Context context) {
        Intake.KEYS.forEach(file::remove);
        if (file.check("is_folder")) {
            return;
        }
        checkReference(file);
        file.set("file_url", UrlEscapes.decoded(file.text("file_url")));
        Document before = file.before();
        if (before != null) {
            checkChanged(file, before, context);
        }
        checkPlace(file);
    }

    private static void checkReference(Document file) {
        boolean refers = !file.text("attached_to_doctype").isEmpty();
        if (refers && file.text("attached_to_name").isEmpty()) {
            throw new ValidationError("attached_to_name is missing");
        }
        if (refers && !file.text("attached_to_field").matches("\\w*")) {
            throw new ValidationError("attached_to_field is no fieldname");
        }
    }

    /** What a caller moves elsewhere has to be open to them there: another content, another document. */
    private void checkChanged(Document file, Document before, Context context) {
        boolean moved = file.hasChanged("attached_to_doctype") || file.hasChanged("attached_to_name");
        if (moved) {
            new FileAccess(context).checkAttachable(file);
        }
        if (!file.text("file_url").equals(before.text("file_url"))) {
            checkNamed(file, context);
        } else if (file.hasChanged("is_private")) {
            new PrivacyChange(file, store, context).apply();
        }
    }

    private void checkNamed(Document file, Context context) {
        Optional<FilePath> named = FilePath.of(file.text("file_url"));
        if (named.isPresent()
                && !FileRows.isReadable(named.get(), new FileRows(context).naming(named.get()), context)) {
            throw new PermissionError("No permission to use the file " + named.get());
        }
    }

    private void checkPlace(Document file) {
        String url = file.text("file_url");
        if (Intake.isRemote(url)) {
            return;
        }
        FilePath path = FilePath.of(url)
                .orElseThrow(() -> new ValidationError(
                        "The URL of a file begins with http://, https://, /files/ or /private/files/"));
        if (path.isPrivate() != file.check("is_private")) {
            throw new ValidationError("The URL %s does not fit is_private".formatted(url));
        }
        if (!store.exists(path)) {
            throw new ValidationError("The file %s does not exist".formatted(url));
        }
    }

    @Override
    public void afterInsert(Document file, Context context) {
        if (!file.check("is_folder")) {
            new AttachmentLog(context).added(file);
        }
    }

    @Override
    public void afterRename(Document file, String oldName, boolean merge, Context context) {
        new Folders(context).moveContents(file.name());
    }

    @Override
    public void onTrash(Document file, Context context) {
        if (file.check("is_home_folder") || file.check("is_attachments_folder")) {
            throw new ValidationError("The folders Home and Attachments stay");
        }
        if (file.check("is_folder") && !new Folders(context).isEmpty(file.name())) {
            throw new FolderNotEmpty("The folder %s is not empty".formatted(file.name()));
        }
        if (!file.check("is_folder")) {
            FilePath.of(file.text("file_url")).ifPresent(path -> store.remove(path, context));
            FilePath.of(file.text("thumbnail_url")).ifPresent(path -> store.remove(path, context));
            new AttachmentLog(context).removed(file);
        }
    }

    @Override
    public boolean hasPermission(Document file, Right right, Context context) {
        return new FileAccess(context).has(right, file);
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return Optional.of(new FileAccess(context).readable());
    }
}
