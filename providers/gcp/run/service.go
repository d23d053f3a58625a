// Package run collects the services of Cloud Run.
package run

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Service runs containers on requests. Its environment is not read.
type Service struct {
	inventory.Resource
	Ingress    inventory.Known[string] // "all", "internal", "internal-and-cloud-load-balancing", "none"
	NoInvoker  inventory.Known[bool]   // nobody is asked for the permission to call it
	OfFunction inventory.Known[bool]   // it is what a function runs as
}

// service is the resource of version 1 of the API, which is Knative's, with
// what version 2 has instead.
type service struct {
	Metadata *struct {
		Annotations map[string]string `json:"annotations"`
		Labels      map[string]string `json:"labels"`
	} `json:"metadata"`

	Ingress   *string           `json:"ingress"`
	NoInvoker *bool             `json:"invokerIamDisabled"`
	Labels    map[string]string `json:"labels"`
}

// words are the values of version 1 for those of version 2.
var words = map[string]string{
	"INGRESS_TRAFFIC_ALL": "all", "INGRESS_TRAFFIC_INTERNAL_ONLY": "internal", "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER": "internal-and-cloud-load-balancing", "INGRESS_TRAFFIC_NONE": "none",
}

const asked = "Cloud Asset Inventory run.googleapis.com/Service"

var query = gcp.Resources("run.googleapis.com/Service")

// Services lists the services of a project.
var Services = &inventory.Type[Service]{
	Kind: "gcp.run.Service", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, s service) *Service {
		if s.Metadata != nil {
			return ofFirst(r, s)
		}
		out := &Service{
			Resource: r, Ingress: inventory.Unanswered[string](asked, "ingress"), NoInvoker: inventory.Unanswered[bool](asked, "ingress"), OfFunction: ofFunction(s.Labels),
		}
		if s.Ingress == nil { // it is in neither form
			return out
		}
		out.NoInvoker = inventory.FromPtr(s.NoInvoker, inventory.Of(false)) // optional; false is left out
		if words[*s.Ingress] != "" {
			out.Ingress = inventory.Of(words[*s.Ingress])
		}
		return out
	}),
}

func ofFirst(r inventory.Resource, s service) *Service {
	notes := s.Metadata.Annotations
	r.Tags = inventory.Of(s.Metadata.Labels)
	out := &Service{Resource: r, Ingress: inventory.Unanswered[string](asked, "the annotation run.googleapis.com/ingress"), NoInvoker: inventory.Of(notes["run.googleapis.com/invoker-iam-disabled"] == "true"), OfFunction: ofFunction(s.Metadata.Labels)}
	if notes == nil { // every service has some
		out.NoInvoker = inventory.Unanswered[bool](asked, "metadata.annotations")
	}
	for _, name := range []string{"run.googleapis.com/ingress", "run.googleapis.com/ingress-status"} { // what holds comes last
		if v := notes[name]; v != "" {
			out.Ingress = inventory.Of(v)
		}
	}
	return out
}

func ofFunction(labels map[string]string) inventory.Known[bool] {
	return inventory.Of(labels["goog-managed-by"] == "cloudfunctions")
}
