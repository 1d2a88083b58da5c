package io.onhand.api.imports;

import io.onhand.api.http.Answer;
import io.onhand.api.http.HttpRefusal;
import io.onhand.api.http.Pages;
import io.onhand.api.http.PartnerCall;
import io.onhand.api.http.Query;
import io.onhand.api.http.Scope;
import io.onhand.imports.ImportRun;
import io.onhand.imports.Imports;
import io.onhand.imports.UnrecognisedFiles;
import io.onhand.pace.Turns;
import io.onhand.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports of order files. Reading, commit and undo go on after the answer: look at the state until it is there. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "imports")
public class ImportResource {
    private static final List<String> OUTCOMES = List.of("new", "duplicate", "changed", "rejected");
    /** Files that one server holds in memory at once. */
    private static final int UPLOADS_AT_ONCE = 4;

    /** So that the slow uploads of one tenant leave room for the others'. */
    private static final int UPLOADS_OF_A_TENANT = UPLOADS_AT_ONCE / 2;

    private static final int SECONDS_UNTIL_FREE = 5;

    private static final String ANYBODY = "";

    private final Turns<String> uploads = new Turns<>(UPLOADS_AT_ONCE);
    private final Turns<String> uploadsOfTenants = new Turns<>(UPLOADS_OF_A_TENANT);

    @Inject
    PartnerCall call;

    @Inject
    Imports imports;

    @Inject
    UnrecognisedFiles unrecognised;

    @GET
    @Scope("imports:write")
    @Operation(operationId = "listImports", summary = "List imports", description = "Scope `imports:write`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, the newest first",
            content = @Content(schema = @Schema(implementation = ImportPage.class)))
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Pages.limit(limit);
        String start = Pages.byTime(cursor);
        return call.look(() -> Answer.ok(ImportPage.of(imports.list(start, size))));
    }

    @POST
    @Path("files")
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        "text/csv",
        "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Scope("imports:write")
    @Operation(
            operationId = "uploadFile",
            summary = "Upload an order file as the body",
            description =
                    "Scope `imports:write`. At most 50,000,000 bytes. The file is read after the answer: look at the import until its state is `previewed`, `unrecognised` or `failed`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "It will be read; Location says where the import is",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public Response upload(
            @Parameter(
                            required = true,
                            description = "A channel whose connector reads files",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("channel")
                    String channel,
            @Parameter(required = true, description = "Name of the file") @QueryParam("fileName") String fileName,
            @Parameter(description = "Password of the file, when it has one") @HeaderParam("Onhand-File-Password")
                    String password,
            InputStream file) {
        UUID ofChannel = Query.requiredId("channel", channel);
        String name = Query.required("fileName", fileName);
        return bounded(() -> keep(new Upload(ofChannel, name, Upload.read(file), password)));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Scope("imports:write")
    @Operation(
            operationId = "uploadForm",
            summary = "Upload an order file as a form",
            description = "Scope `imports:write`. The same as `POST /imports/files`, as browsers and curl -F send it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will be read; Location says where the import is",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public Response uploadForm(List<EntityPart> parts) {
        return bounded(() -> keep(Upload.of(parts)));
    }

    @GET
    @Path("{id}")
    @Scope("imports:write")
    @Operation(
            operationId = "getImport",
            summary = "Read an import",
            description = "Scope `imports:write`. Once `previewed` it tells what a commit would do.")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public Response get(@PathParam("id") UUID id) {
        return call.look(() -> Answer.ok(ImportJson.of(imports.get(id))));
    }

    @GET
    @Path("{id}/table")
    @Scope("imports:write")
    @Operation(
            operationId = "getImportTable",
            summary = "Look at the table of a file that was not recognised",
            description =
                    "Scope `imports:write`. Its columns with their first cells, and which field each probably tells: a guess that counts for nothing until `PUT /imports/{id}/columns` agrees.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = FileTableJson.class)))
    public Response table(@PathParam("id") UUID id) {
        return call.look(() -> {
            imports.get(id);
            return Answer.ok(
                    FileTableJson.of(unrecognised.table(id).orElseThrow(() -> Refusal.notFound("import-table", id))));
        });
    }

    @PUT
    @Path("{id}/columns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("imports:write")
    @Operation(
            operationId = "explainImport",
            summary = "Say which column of a file is what",
            description =
                    "Scope `imports:write`. For an import that is `unrecognised`. It is kept in the channel's settings for the files to come, and the file is read again.")
    @APIResponse(
            responseCode = "202",
            description = "It is being read again",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public Response explain(@PathParam("id") UUID id, ColumnsInput wanted) {
        return call.once(() -> going(unrecognised.explain(id, wanted.columns(), wanted.settingsOrNone())));
    }

    @GET
    @Path("{id}/rows")
    @Scope("imports:write")
    @Operation(
            operationId = "listImportRows",
            summary = "List the rows of an import's file",
            description = "Scope `imports:write`.")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the file's order",
            content = @Content(schema = @Schema(implementation = ImportRowPage.class)))
    public Response rows(
            @PathParam("id") UUID id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"new", "duplicate", "changed", "rejected"}))
                    @QueryParam("outcome")
                    String outcome,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        String only = Query.word("outcome", outcome, OUTCOMES);
        Integer after = Query.number("cursor", cursor);
        int size = Pages.limit(limit);
        return call.look(() -> Answer.ok(ImportRowPage.of(imports.rows(id, only, after, size))));
    }

    @GET
    @Path("{id}/rejected-rows")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Scope("imports:write")
    @Operation(
            operationId = "getRejectedRows",
            summary = "Download the rejected rows",
            description = "Scope `imports:write`. A file of the same kind, to be corrected and uploaded again.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response rejectedRows(@PathParam("id") UUID id) {
        return call.inTenant(() -> {
            ImportRun run = imports.get(id);
            return Response.ok(imports.rejectedFile(id), MediaType.APPLICATION_OCTET_STREAM)
                    .header("Content-Disposition", attachment("rejected-" + run.fileName()))
                    .build();
        });
    }

    @POST
    @Path("{id}/commit")
    @Scope("imports:write")
    @Operation(
            operationId = "commitImport",
            summary = "Accept what was previewed",
            description = "Scope `imports:write`. Asking twice is the same as asking once.")
    @APIResponse(
            responseCode = "202",
            description = "It is being worked off",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public Response commit(@PathParam("id") UUID id) {
        return call.once(() -> going(imports.commit(id)));
    }

    @POST
    @Path("{id}/undo")
    @Scope("imports:write")
    @Operation(
            operationId = "undoImport",
            summary = "Take a committed import back",
            description = "Scope `imports:write`. Its new orders are cancelled, their units return to stock.")
    @APIResponse(
            responseCode = "202",
            description = "It is being worked off",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    public Response undo(@PathParam("id") UUID id) {
        return call.once(() -> going(imports.undo(id)));
    }

    private Response keep(Upload upload) {
        return call.once(() -> {
            UUID id = imports.upload(
                    upload.channel(), upload.fileName(), upload.content(), upload.password(), call.actor());
            return going(imports.get(id));
        });
    }

    private static Answer going(ImportRun run) {
        return Answer.accepted(ImportJson.of(run), "imports/" + run.id());
    }

    private Response bounded(Supplier<Response> work) {
        return uploadsOfTenants.call(
                call.tenantAlias(),
                () -> uploads.call(ANYBODY, work, ImportResource::tooMany),
                ImportResource::tooMany);
    }

    private static Response tooMany() {
        throw HttpRefusal.of(503, "too-many-uploads", "Other files are being uploaded; send it again later")
                .retryAfter(SECONDS_UNTIL_FREE);
    }

    private static String attachment(String fileName) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
