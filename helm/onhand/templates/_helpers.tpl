{{/* The prefix of every name in a release, at most 40 characters so that all suffixes fit into 63. */}}
{{- define "onhand.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What selects the pods of one component; never changes in a release. Takes {root, component}. */}}
{{- define "onhand.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* All labels of one component. Takes {root, component}. */}}
{{- define "onhand.labels" -}}
{{ include "onhand.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: {{ .root.Chart.Name }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "onhand.image" -}}
{{ required "image.repository is missing: the container image that holds Payara Micro and the WARs" .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}

{{- define "onhand.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (ternary (include "onhand.name" .) "default" .Values.serviceAccount.create) -}}
{{- end -}}

{{- define "onhand.databaseUrl" -}}
{{ required "database.url is missing: the JDBC address of an external PostgreSQL, such as jdbc:postgresql://postgres.example:5432/onhand" .Values.database.url }}
{{- end -}}

{{- define "onhand.publicUrl" -}}
{{ required "publicUrl is missing: where people and partners reach Onhand, such as https://onhand.example" .Values.publicUrl }}
{{- end -}}

{{/*
The components that run, as YAML: the WAR, its context root, and the secrets that it alone may read.
Keys of secrets are environment variables; see onhand.secretValues for where their values come from.
*/}}
{{- define "onhand.components" -}}
portal:
  war: portal.war
  contextRoot: /
  secrets: [ONHAND_DATABASE_APP_PASSWORD, ONHAND_PORTAL_CLIENT_SECRET, ONHAND_SECRETS_KEYS]
api:
  war: api.war
  contextRoot: /api
  secrets: [ONHAND_DATABASE_APP_PASSWORD, ONHAND_ONBOARDING_CLIENT_SECRET, ONHAND_SECRETS_KEYS]
routes:
  war: routes.war
  contextRoot: /hooks
  secrets: [ONHAND_DATABASE_APP_PASSWORD, ONHAND_DATABASE_RELAY_PASSWORD, ONHAND_SECRETS_KEYS]
{{- end -}}

{{/* Where the value of each secret of the running pods comes from when the chart makes the Secret, as YAML. */}}
{{- define "onhand.secretValues" -}}
ONHAND_DATABASE_APP_PASSWORD: databaseAppPassword
ONHAND_DATABASE_RELAY_PASSWORD: databaseRelayPassword
ONHAND_PORTAL_CLIENT_SECRET: portalClientSecret
ONHAND_ONBOARDING_CLIENT_SECRET: onboardingClientSecret
ONHAND_SECRETS_KEYS: keys
{{- end -}}

{{/* One secret value, or a failure that names it. Takes {root, value}. */}}
{{- define "onhand.secretValue" -}}
{{ required (printf "secrets.%s is missing: set it, or name a Secret that holds it in secrets.existingSecret" .value) (index .root.Values.secrets .value) }}
{{- end -}}

{{/* One environment variable that is read from a Secret. Takes {key, secret}. */}}
{{- define "onhand.secretEnv" -}}
- name: {{ .key }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{- define "onhand.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ .Values.runAsUser }}
runAsGroup: {{ .Values.runAsUser }}
fsGroup: {{ .Values.runAsUser }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "onhand.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "onhand.tmpVolume" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .Values.tmpSizeLimit }}
{{- end -}}
