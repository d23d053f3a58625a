package compute

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A JITPolicy is a policy of just-in-time access: it keeps the management
// ports of machines shut until somebody asks for them.
type JITPolicy struct {
	inventory.Resource
	Machines inventory.Known[[]string] // full ids
}

// JITPolicies lists the just-in-time policies of a subscription, which are in
// no table of Resource Graph.
var JITPolicies = &inventory.Type[JITPolicy]{
	Kind: "azure.compute.JITPolicy", Level: inventory.AtAccount, Model: inventory.IaaS,
	Actions: []string{"Microsoft.Security/locations/jitNetworkAccessPolicies/read"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*JITPolicy, error] {
		return func(yield func(*JITPolicy, error) bool) {
			all, err := azure.GetAll[struct {
				ID         string `json:"id"`
				Name       string `json:"name"`
				Location   string `json:"location"`
				Properties struct {
					Machines *[]struct {
						ID    string `json:"id"`
						Ports *[]any `json:"ports"`
					} `json:"virtualMachines"`
				} `json:"properties"`
			}](ctx, s, "/subscriptions/"+s.Account+"/providers/Microsoft.Security/jitNetworkAccessPolicies?api-version=2020-01-01")
			if azure.Code(err, "MissingSubscriptionRegistration", "Subscription Not Registered") {
				return // where Defender for Cloud was never used there are no policies
			}
			const call = "ARM microsoft.security/jitnetworkaccesspolicies"
			for _, e := range all {
				if e.ID == "" {
					yield(nil, &azure.CallError{Operation: call, Err: azure.ErrUnnamed})
					return
				}
				p := &JITPolicy{
					Resource: inventory.Resource{
						ID: e.Name, Full: strings.ToLower(e.ID), Account: s.Account, Region: strings.ToLower(e.Location),
						Tags: inventory.Of[map[string]string](nil), // policies take no tags
					},
					Machines: inventory.Unanswered[[]string](call, "virtualMachines"),
				}
				if e.Properties.Machines != nil {
					ids := []string{}
					p.Machines = inventory.Of(ids)
					for _, m := range *e.Properties.Machines { // id and ports are required ("Jit Network Access Policies - List")
						if m.ID == "" || m.Ports == nil {
							p.Machines = inventory.Unanswered[[]string](call, "the id or the ports of a machine")
							break
						}
						if len(*m.Ports) > 0 { // without ports nothing is kept shut
							ids = append(ids, strings.ToLower(m.ID))
							p.Machines = inventory.Of(ids)
						}
					}
				}
				if !yield(p, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		}
	},
}

// JITPoliciesOf finds policies by the id of a machine.
var JITPoliciesOf = &inventory.Index[JITPolicy]{
	Of: JITPolicies,
	Keys: func(r inventory.Reader, p *JITPolicy) []string {
		ids, _ := p.Machines.Get(r)
		return ids
	},
}
