package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.FrappeTypeError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.api.file}: the file browser of the desk. */
public final class FolderMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.api.file.";
    private static final String OLD_MODULE = "frappe.core.doctype.file.file.";
    private static final List<String> SHOWN = List.of("name", "file_name", "file_url", "is_folder", "modified");
    private static final int MOST_FOUND = 20;

    private final FileStore store;

    public FolderMethods(FileStore store) {
        this.store = store;
    }

    /** The folder Attachments always shows in Home. */
    @Whitelisted({MODULE + "get_files_in_folder", OLD_MODULE + "get_files_in_folder"})
    @Requires(right = "read", doctype = "File")
    public Map<String, Object> filesInFolder(
            Context context,
            String folder,
            @Argument(otherwise = "0") int start,
            @Argument(otherwise = "20") int pageLength) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("folder", folder);
        List<Map<String, @Nullable Object>> files =
                new ArrayList<>(context.documents().list(request(filters, null, start, pageLength + 1L)));
        String attachments = Folders.HOME + "/Attachments";
        if (folder.equals(Folders.HOME) && files.stream().noneMatch(file -> attachments.equals(file.get("name")))) {
            context.documents().values("File", attachments, SHOWN).ifPresent(files::addFirst);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("files", files.subList(0, Math.min(files.size(), pageLength)));
        page.put("has_more", files.size() > pageLength);
        return page;
    }

    @Whitelisted({MODULE + "get_files_by_search_text", OLD_MODULE + "get_files_by_search_text"})
    @Requires(right = "read", doctype = "File")
    public List<Map<String, @Nullable Object>> filesBySearchText(Context context, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String pattern = "%" + text + "%";
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("file_name", List.of("like", pattern));
        either.put("file_url", List.of("like", pattern));
        either.put("name", List.of("like", pattern));
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("is_folder", 0L);
        return context.documents().list(request(filters, either, 0, MOST_FOUND));
    }

    private static ListRequest request(
            Map<String, Object> filters, @Nullable Map<String, Object> either, long start, long limit) {
        return new ListRequest("File", SHOWN, filters, either, "modified desc", null, start, limit, false, null, true);
    }

    /** URLs of what is attached to documents, by document. */
    @Whitelisted({MODULE + "get_attached_images", OLD_MODULE + "get_attached_images"})
    @Requires(right = "read", doctype = "File")
    public Map<String, List<Object>> attachedImages(Context context, String doctype, List<?> names) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("attached_to_doctype", doctype);
        filters.put("attached_to_name", List.of("in", names));
        filters.put("is_folder", 0L);
        ListRequest request = ListRequest.all("File", List.of("file_url", "attached_to_name"), filters)
                .asCaller();
        Map<String, List<Object>> images = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : context.documents().list(request)) {
            images.computeIfAbsent(String.valueOf(row.get("attached_to_name")), name -> new ArrayList<>())
                    .add(Objects.requireNonNullElse(row.get("file_url"), ""));
        }
        return images;
    }

    @Whitelisted({MODULE + "get_max_file_size", OLD_MODULE + "get_max_file_size"})
    @Requires(access = Access.GUEST)
    public long maxFileSize(Context context) {
        return store.sizeLimit(context);
    }

    /** One that is there already is answered as it is. */
    @Whitelisted({MODULE + "create_new_folder", OLD_MODULE + "create_new_folder"})
    @Requires(right = "create", doctype = "File")
    public Document createNewFolder(Context context, String fileName, String folder) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file_name", fileName.replace("/", ""));
        values.put("is_folder", 1L);
        values.put("folder", folder);
        Document made = context.documents().createWithDefaults("File", values);
        return context.documents()
                .find("File", Folders.path(made))
                .filter(there -> context.permissions().has(Right.READ, there))
                .orElseGet(() -> context.documents().insert(made));
    }

    /** Needs the right to change each of the files. */
    @Whitelisted({MODULE + "move_file", OLD_MODULE + "move_file"})
    @Requires(access = Access.ANY_USER)
    public void moveFile(Context context, List<?> fileList, String newParent, @Nullable String oldParent) {
        Folders folders = new Folders(context);
        for (Object file : fileList) {
            if (!(file instanceof Map<?, ?> named) || named.get("name") == null) {
                throw new FrappeTypeError("file_list holds files with their names");
            }
            folders.move(String.valueOf(named.get("name")), newParent);
        }
    }

    /** Files in place of the archive that held them. */
    @Whitelisted({MODULE + "unzip_file", OLD_MODULE + "unzip_file"})
    @Requires(right = "read", doctype = "File", nameArgument = "name")
    public List<Document> unzipFile(Context context, String name) {
        return new Archive(context.documents().get("File", name), store, context).unpack();
    }
}
