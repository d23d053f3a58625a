// Package cloudfunctions collects the functions of Cloud Run functions, of
// both generations.
package cloudfunctions

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Function runs on requests or events. Its environment is not read.
type Function struct {
	inventory.Resource
	State     inventory.Known[string] // "ACTIVE", "DELETING"
	Ingress   inventory.Known[string] // "ALLOW_ALL", "ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB"
	Connected inventory.Known[bool]   // to a VPC network
	Service   inventory.Known[string] // the full id of the Cloud Run service that it runs as; "" for the first generation
}

// second is the resource of version 2 of the API, which has both generations.
type second struct {
	Environment *string `json:"environment"` // "GEN_1", "GEN_2"
	State       *string `json:"state"`
	Service     *struct {
		Ingress   *string    `json:"ingressSettings"`
		Connector *string    `json:"vpcConnector"`
		Direct    []struct{} `json:"directVpcNetworkInterface"`
		Service   *string    `json:"service"`
	} `json:"serviceConfig"`
}

// first is the resource of version 1.
type first struct {
	Status    *string `json:"status"`
	Ingress   *string `json:"ingressSettings"`
	Connector *string `json:"vpcConnector"`
	Network   *string `json:"network"`
}

var (
	functions   = gcp.Resources("cloudfunctions.googleapis.com/Function")
	generation1 = gcp.Resources("cloudfunctions.googleapis.com/CloudFunction")
)

func lacks[T any](what string) inventory.Known[T] {
	return inventory.Unanswered[T]("Cloud Asset Inventory cloudfunctions.googleapis.com", what)
}

func set(p *string) bool { return p != nil && *p != "" }

// Functions lists the functions of a project. One that both listings have is
// taken once.
var Functions = &inventory.Type[Function]{
	Kind: "gcp.cloudfunctions.Function", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{functions, generation1},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Function, error] {
		return func(yield func(*Function, error) bool) {
			seen := map[string]bool{}
			for _, list := range []iter.Seq2[*Function, error]{gcp.List(functions, ofSecond)(ctx, s), gcp.List(generation1, ofFirst)(ctx, s)} {
				for f, err := range list {
					if err != nil {
						yield(nil, err)
						return
					}
					if seen[f.Full] {
						continue
					}
					seen[f.Full] = true
					if !yield(f, nil) {
						return
					}
				}
			}
		}
	},
}

func ofSecond(r inventory.Resource, f second) *Function {
	out := &Function{Resource: r, State: inventory.FromPtr(f.State, lacks[string]("state")), Ingress: lacks[string]("serviceConfig"), Connected: lacks[bool]("serviceConfig"), Service: lacks[string]("serviceConfig.service")}
	if f.Environment != nil && *f.Environment == "GEN_1" {
		out.Service = inventory.Of("")
	}
	if c := f.Service; c != nil {
		out.Ingress = inventory.FromPtr(c.Ingress, lacks[string]("serviceConfig.ingressSettings"))
		out.Connected = inventory.Of(set(c.Connector) || len(c.Direct) > 0) // both are optional
		if set(c.Service) {
			out.Service = inventory.Of(service(r, *c.Service))
		}
	}
	return out
}

// service is the full id of a Cloud Run service, with the project's number:
// "projects/p/locations/l/services/s" as the API has it.
func service(r inventory.Resource, name string) string {
	parts := strings.SplitN(name, "/", 3)
	if len(parts) < 3 {
		return ""
	}
	return "//run.googleapis.com/projects/" + r.Account + "/" + parts[2]
}

func ofFirst(r inventory.Resource, f first) *Function {
	return &Function{
		Resource: r, State: inventory.FromPtr(f.Status, lacks[string]("status")), Ingress: inventory.FromPtr(f.Ingress, lacks[string]("ingressSettings")),
		Connected: inventory.Of(set(f.Connector) || set(f.Network)), Service: inventory.Of(""),
	}
}
