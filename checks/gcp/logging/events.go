package logging

import (
	"maps"

	"demarc/providers/gcp/logging"
)

// An event is something that Cloud Audit Logs record, made up to try filters
// on: its method, and the rest of what is written of it.
type event struct {
	name     string // what evidence calls it
	service  string
	method   string
	resource string            // the type of the monitored resource
	labels   map[string]string // of the resource, beside the project
	payload  map[string]any    // what the payload has beside the usual
	long     bool              // an operation that is logged at its start and at its end
}

// A sample is an event by some caller: the entries that are written of it. A
// filter that matches one of them sees the event.
type sample struct {
	name     string
	resource map[string]any
	entries  []map[string]any
}

// samples are an event of a project by a person and by a service account.
func (e event) samples(p *logging.Project) (all []sample) {
	labels := map[string]any{"project_id": p.Name}
	for k, v := range e.labels {
		labels[k] = v
	}
	for _, who := range []string{"ada@example.com", "deployer@" + p.Name + ".iam.gserviceaccount.com"} {
		s := sample{name: e.name, resource: map[string]any{"type": e.resource, "labels": labels}}
		entry := e.entry(p, who, s.resource)
		if !e.long {
			s.entries = append(s.entries, entry)
		} else {
			for _, end := range []string{"first", "last"} {
				one := maps.Clone(entry)
				one["operation"] = map[string]any{"id": "operation-1764000000000-1", "producer": e.service, end: true}
				s.entries = append(s.entries, one)
			}
		}
		all = append(all, s)
	}
	return all
}

// entry is a successful call in the form of the reference, "LogEntry" and
// "AuditLog".
func (e event) entry(p *logging.Project, who string, resource map[string]any) map[string]any {
	payload := map[string]any{
		"@type": "type.googleapis.com/google.cloud.audit.AuditLog", "serviceName": e.service, "methodName": e.method, "resourceName": "projects/" + p.Name + "/example",
		"authenticationInfo": map[string]any{"principalEmail": who},
		"requestMetadata":    map[string]any{"callerIp": "203.0.113.7", "callerSuppliedUserAgent": "google-cloud-sdk gcloud/540.0.0"},
		"authorizationInfo":  []any{map[string]any{"granted": true, "resource": "projects/" + p.Name}},
	}
	maps.Copy(payload, e.payload)
	return map[string]any{
		"logName": "projects/" + p.Name + "/logs/cloudaudit.googleapis.com%2Factivity", "severity": "NOTICE", "insertId": "1kqyz0ue1abc0",
		"timestamp": "2026-11-24T09:00:00Z", "receiveTimestamp": "2026-11-24T09:00:01Z", "resource": resource, "protoPayload": payload,
	}
}

const manager, compute = "cloudresourcemanager.googleapis.com", "compute.googleapis.com"

// policy is what SetIamPolicy says of a change.
func policy(kind string, delta map[string]any) map[string]any {
	return map[string]any{"serviceData": map[string]any{
		"@type": "type.googleapis.com/google.iam.v1.logging.AuditData", "policyDelta": map[string]any{kind: []any{delta}},
	}}
}

func ownership(name, action string) event {
	return event{name: name, service: manager, method: "SetIamPolicy", resource: "project",
		payload: policy("bindingDeltas", map[string]any{"action": action, "role": "roles/owner", "member": "user:bob@example.com"})}
}

// computing are calls of Compute Engine, by its stable API and by the one that
// beta features take.
func computing(resource, label string, methods ...string) (all []event) {
	for _, m := range methods {
		for _, version := range []string{"v1.", "beta."} {
			all = append(all, event{name: m, service: compute, method: version + m, resource: resource, labels: map[string]string{label: "1234567890123456789"}, long: true})
		}
	}
	return all
}

func roles(methods ...string) (all []event) {
	for _, m := range methods {
		all = append(all, event{name: m, service: "iam.googleapis.com", method: "google.iam.admin.v1." + m, resource: "iam_role", labels: map[string]string{"role_name": "projects/example/roles/example"}})
	}
	return all
}
