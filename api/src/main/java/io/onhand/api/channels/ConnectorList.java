package io.onhand.api.channels;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All connectors of this installation, in the order of their ids. */
@Schema(name = "ConnectorList")
record ConnectorList(List<ConnectorJson> items) {}
