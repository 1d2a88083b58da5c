/** The Helm chart, linted and rendered by Helm itself without a cluster: what it would install is read back as YAML. */
package io.onhand.acceptance.helm;
