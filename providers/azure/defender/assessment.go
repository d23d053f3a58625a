package defender

import (
	"context"
	"iter"
	"path"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An Assessment is what Defender for Cloud found of one resource.
type Assessment struct {
	inventory.Resource
	Status inventory.Known[string] // "Healthy", "Unhealthy", "NotApplicable"
	Cause  string                  // why it is not applicable, or not healthy
}

// The recommendations that are asked for, by their keys.
const (
	systemUpdates   = "e1145ab1-eb4f-43d8-911b-36ddf771d13f" // System updates should be installed on your machines (powered by Azure Update Manager)
	endpoint        = "06e3a6db-6c0c-4ad9-943f-31d9d73ecf6c" // EDR solution should be installed on Virtual Machines
	containerImages = "c0b7cfc6-3172-465a-b378-53c7ff2cc0d5" // Azure registry container images should have vulnerabilities resolved
)

// assessments asks for these recommendations alone: there are hundreds for
// each resource.
var assessments = azure.Resources(
	"SecurityResources | where name in~ ('"+systemUpdates+"', '"+endpoint+"', '"+containerImages+"')", "microsoft.security/assessments")

type assessmentProperties struct {
	Status struct {
		Code  *string `json:"code"`
		Cause string  `json:"cause"`
	} `json:"status"`
}

// of makes the Type of one recommendation's assessments. The row is named
// after the resource that was assessed.
func of(kind, key string, m inventory.Model) *inventory.Type[Assessment] {
	all := azure.List(assessments, func(r inventory.Resource, row azure.Row, p assessmentProperties) *Assessment {
		// The id says which recommendation it is, and of what.
		r.ID = path.Base(r.Full)
		if target, _, ok := strings.Cut(r.Full, "/providers/microsoft.security/assessments/"); ok {
			r.Name = path.Base(target)
		}
		return &Assessment{
			Resource: r, Cause: p.Status.Cause,
			Status: inventory.FromPtr(p.Status.Code, inventory.Unanswered[string]("Resource Graph microsoft.security/assessments", "status.code")),
		}
	})
	return &inventory.Type[Assessment]{
		Kind: kind, Level: inventory.AtAccount, Model: m, Uses: []inventory.Source{azure.Subscriptions, assessments},
		List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Assessment, error] {
			return func(yield func(*Assessment, error) bool) {
				for a, err := range all(ctx, s) {
					if err != nil || strings.EqualFold(a.ID, key) {
						if !yield(a, err) {
							return
						}
					}
				}
			}
		},
	}
}

// SystemUpdates are the machines, by whether updates are missing.
var SystemUpdates = of("azure.defender.SystemUpdates", systemUpdates, inventory.IaaS)

// EndpointProtection are the machines, by whether they have endpoint detection.
var EndpointProtection = of("azure.defender.EndpointProtection", endpoint, inventory.IaaS)

// ContainerImages are the registries, by whether their images have known vulnerabilities.
var ContainerImages = of("azure.defender.ContainerImages", containerImages, inventory.PaaS)

// An IoTHub is a hub that devices connect to.
type IoTHub struct {
	inventory.Resource
}

var hubs = azure.Resources("Resources", "microsoft.devices/iothubs")

// IoTHubs lists the IoT hubs.
var IoTHubs = &inventory.Type[IoTHub]{
	Kind: "azure.defender.IoTHub", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, hubs},
	List: azure.List(hubs, func(r inventory.Resource, _ azure.Row, _ struct{}) *IoTHub { return &IoTHub{r} }),
}

// An IoTSolution is Defender for IoT, put to work on hubs.
type IoTSolution struct {
	inventory.Resource
	Status inventory.Known[string]   // "Enabled" or "Disabled"
	Hubs   inventory.Known[[]string] // ids in lower case
}

var solutions = azure.Resources("Resources", "microsoft.security/iotsecuritysolutions")

type solutionProperties struct {
	Status *string   `json:"status"`
	Hubs   *[]string `json:"iotHubs"`
}

// IoTSolutions lists the solutions of Defender for IoT.
var IoTSolutions = &inventory.Type[IoTSolution]{
	Kind: "azure.defender.IoTSolution", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, solutions},
	List: azure.List(solutions, func(r inventory.Resource, _ azure.Row, p solutionProperties) *IoTSolution {
		const call = "Resource Graph microsoft.security/iotsecuritysolutions"
		return &IoTSolution{
			Resource: r,
			Status:   inventory.FromPtr(p.Status, inventory.Unanswered[string](call, "status")),
			Hubs: inventory.Map(inventory.FromPtr(p.Hubs, inventory.Unanswered[[]string](call, "iotHubs")), func(ids []string) []string {
				ids = slices.Clone(ids)
				for i := range ids {
					ids[i] = strings.ToLower(ids[i])
				}
				return ids
			}),
		}
	}),
}
